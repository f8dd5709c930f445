#include "native/convert/enums.h"

#include <array>

namespace nlw {
namespace {

using Pc = webrtc::PeerConnectionInterface;

template <typename E>
struct Row {
  E value;
  const char* name;
};

template <typename E>
struct Table;

// One table per enum: TABLE(C++ type, W3C name or "", rows...).
#define NLW_TABLE(type, w3c, ...)                              \
  template <>                                                  \
  struct Table<type> {                                         \
    using E = type;                                            \
    [[maybe_unused]] static constexpr const char* kName = w3c; \
    static constexpr Row<type> kRows[] = {__VA_ARGS__};        \
  }

NLW_TABLE(Pc::SignalingState,
          "RTCSignalingState",
          {E::kStable, "stable"},
          {E::kHaveLocalOffer, "have-local-offer"},
          {E::kHaveRemoteOffer, "have-remote-offer"},
          {E::kHaveLocalPrAnswer, "have-local-pranswer"},
          {E::kHaveRemotePrAnswer, "have-remote-pranswer"},
          {E::kClosed, "closed"});
NLW_TABLE(Pc::IceGatheringState,
          "RTCIceGatheringState",
          {E::kIceGatheringNew, "new"},
          {E::kIceGatheringGathering, "gathering"},
          {E::kIceGatheringComplete, "complete"});
NLW_TABLE(Pc::IceConnectionState,
          "RTCIceConnectionState",
          {E::kIceConnectionNew, "new"},
          {E::kIceConnectionChecking, "checking"},
          {E::kIceConnectionConnected, "connected"},
          {E::kIceConnectionCompleted, "completed"},
          {E::kIceConnectionFailed, "failed"},
          {E::kIceConnectionDisconnected, "disconnected"},
          {E::kIceConnectionClosed, "closed"});
NLW_TABLE(Pc::PeerConnectionState,
          "RTCPeerConnectionState",
          {E::kNew, "new"},
          {E::kConnecting, "connecting"},
          {E::kConnected, "connected"},
          {E::kDisconnected, "disconnected"},
          {E::kFailed, "failed"},
          {E::kClosed, "closed"});
NLW_TABLE(Pc::IceTransportsType,
          "RTCIceTransportPolicy",
          {E::kAll, "all"},
          {E::kRelay, "relay"});
NLW_TABLE(Pc::BundlePolicy,
          "RTCBundlePolicy",
          {E::kBundlePolicyBalanced, "balanced"},
          {E::kBundlePolicyMaxCompat, "max-compat"},
          {E::kBundlePolicyMaxBundle, "max-bundle"});
NLW_TABLE(Pc::RtcpMuxPolicy,
          "RTCRtcpMuxPolicy",
          {E::kRtcpMuxPolicyRequire, "require"});
NLW_TABLE(webrtc::SdpType,
          "RTCSdpType",
          {E::kOffer, "offer"},
          {E::kPrAnswer, "pranswer"},
          {E::kAnswer, "answer"},
          {E::kRollback, "rollback"});
NLW_TABLE(webrtc::RTCErrorType,
          "",
          {E::NONE, "none"},
          {E::UNSUPPORTED_OPERATION, "unsupported-operation"},
          {E::UNSUPPORTED_PARAMETER, "unsupported-parameter"},
          {E::INVALID_PARAMETER, "invalid-parameter"},
          {E::INVALID_RANGE, "invalid-range"},
          {E::SYNTAX_ERROR, "syntax-error"},
          {E::INVALID_STATE, "invalid-state"},
          {E::INVALID_MODIFICATION, "invalid-modification"},
          {E::NETWORK_ERROR, "network-error"},
          {E::RESOURCE_EXHAUSTED, "resource-exhausted"},
          {E::INTERNAL_ERROR, "internal-error"},
          {E::OPERATION_ERROR_WITH_DATA, "operation-error-with-data"});
NLW_TABLE(webrtc::RTCErrorDetailType,
          "RTCErrorDetailType",
          {E::NONE, "none"},
          {E::DATA_CHANNEL_FAILURE, "data-channel-failure"},
          {E::DTLS_FAILURE, "dtls-failure"},
          {E::FINGERPRINT_FAILURE, "fingerprint-failure"},
          {E::SCTP_FAILURE, "sctp-failure"},
          {E::SDP_SYNTAX_ERROR, "sdp-syntax-error"},
          {E::HARDWARE_ENCODER_NOT_AVAILABLE, "hardware-encoder-not-available"},
          {E::HARDWARE_ENCODER_ERROR, "hardware-encoder-error"});
NLW_TABLE(webrtc::DataChannelInterface::DataState,
          "RTCDataChannelState",
          {E::kConnecting, "connecting"},
          {E::kOpen, "open"},
          {E::kClosing, "closing"},
          {E::kClosed, "closed"});
NLW_TABLE(webrtc::Priority,
          "RTCPriorityType",
          {E::kVeryLow, "very-low"},
          {E::kLow, "low"},
          {E::kMedium, "medium"},
          {E::kHigh, "high"});
NLW_TABLE(webrtc::DtlsTransportState,
          "RTCDtlsTransportState",
          {E::kNew, "new"},
          {E::kConnecting, "connecting"},
          {E::kConnected, "connected"},
          {E::kClosed, "closed"},
          {E::kFailed, "failed"});
// kNew is not in the W3C text; it is "connecting" there.
NLW_TABLE(webrtc::SctpTransportState,
          "RTCSctpTransportState",
          {E::kConnecting, "connecting"},
          {E::kConnected, "connected"},
          {E::kClosed, "closed"},
          {E::kNew, "connecting"});
NLW_TABLE(webrtc::IceTransportState,
          "RTCIceTransportState",
          {E::kNew, "new"},
          {E::kChecking, "checking"},
          {E::kConnected, "connected"},
          {E::kCompleted, "completed"},
          {E::kDisconnected, "disconnected"},
          {E::kFailed, "failed"},
          {E::kClosed, "closed"});
NLW_TABLE(cricket::IceGatheringState,
          "RTCIceGathererState",
          {E::kIceGatheringNew, "new"},
          {E::kIceGatheringGathering, "gathering"},
          {E::kIceGatheringComplete, "complete"});
NLW_TABLE(cricket::IceRole,
          "RTCIceRole",
          {E::ICEROLE_UNKNOWN, "unknown"},
          {E::ICEROLE_CONTROLLING, "controlling"},
          {E::ICEROLE_CONTROLLED, "controlled"});
NLW_TABLE(webrtc::RtpTransceiverDirection,
          "RTCRtpTransceiverDirection",
          {E::kSendRecv, "sendrecv"},
          {E::kSendOnly, "sendonly"},
          {E::kRecvOnly, "recvonly"},
          {E::kInactive, "inactive"},
          {E::kStopped, "stopped"});
NLW_TABLE(webrtc::DegradationPreference,
          "",
          {E::DISABLED, "disabled"},
          {E::MAINTAIN_FRAMERATE, "maintain-framerate"},
          {E::MAINTAIN_RESOLUTION, "maintain-resolution"},
          {E::BALANCED, "balanced"});
NLW_TABLE(cricket::MediaType,
          "",
          {E::MEDIA_TYPE_AUDIO, "audio"},
          {E::MEDIA_TYPE_VIDEO, "video"});
// The hints for audio have no value.
NLW_TABLE(webrtc::VideoTrackInterface::ContentHint,
          "",
          {E::kNone, ""},
          {E::kFluid, "motion"},
          {E::kDetailed, "detail"},
          {E::kText, "text"});
NLW_TABLE(webrtc::RtpSourceType, "", {E::SSRC, "ssrc"}, {E::CSRC, "csrc"});
NLW_TABLE(rtc::LoggingSeverity,
          "",
          {E::LS_VERBOSE, "verbose"},
          {E::LS_INFO, "info"},
          {E::LS_WARNING, "warning"},
          {E::LS_ERROR, "error"});

#undef NLW_TABLE

// A value that no table knows has no name; the first row stands for it so that
// nothing a newer libwebrtc reports can crash.
template <typename E>
const char* NameIn(E value) {
  for (const Row<E>& row : Table<E>::kRows) {
    if (row.value == value) {
      return row.name;
    }
  }
  return Table<E>::kRows[0].name;
}

template <typename E>
bool ValueOf(std::string_view name, E& out) {
  for (const Row<E>& row : Table<E>::kRows) {
    if (name == row.name) {
      out = row.value;
      return true;
    }
  }
  return false;
}

template <typename... E>
std::vector<std::pair<std::string, std::vector<std::string>>> Collect() {
  std::vector<std::pair<std::string, std::vector<std::string>>> result;
  auto add = [&result](const char* name, auto& rows) {
    std::vector<std::string> values;
    for (const auto& row : rows) {
      if (values.empty() || row.name != values.front()) {
        values.emplace_back(row.name);
      }
    }
    result.emplace_back(name, std::move(values));
  };
  (add(Table<E>::kName, Table<E>::kRows), ...);
  return result;
}

}  // namespace

#define NLW_NAME(type)           \
  const char* Name(type value) { \
    return NameIn(value);        \
  }
NLW_NAME(Pc::SignalingState)
NLW_NAME(Pc::IceGatheringState)
NLW_NAME(Pc::IceConnectionState)
NLW_NAME(Pc::PeerConnectionState)
NLW_NAME(Pc::IceTransportsType)
NLW_NAME(Pc::BundlePolicy)
NLW_NAME(Pc::RtcpMuxPolicy)
NLW_NAME(webrtc::SdpType)
NLW_NAME(webrtc::RTCErrorType)
NLW_NAME(webrtc::RTCErrorDetailType)
NLW_NAME(webrtc::DataChannelInterface::DataState)
NLW_NAME(webrtc::Priority)
NLW_NAME(webrtc::DtlsTransportState)
NLW_NAME(webrtc::SctpTransportState)
NLW_NAME(webrtc::IceTransportState)
NLW_NAME(cricket::IceGatheringState)
NLW_NAME(cricket::IceRole)
NLW_NAME(webrtc::RtpTransceiverDirection)
NLW_NAME(webrtc::DegradationPreference)
NLW_NAME(cricket::MediaType)
NLW_NAME(webrtc::RtpSourceType)
NLW_NAME(rtc::LoggingSeverity)
#undef NLW_NAME

#define NLW_FROM_NAME(type)                         \
  bool FromName(std::string_view name, type& out) { \
    return ValueOf(name, out);                      \
  }
NLW_FROM_NAME(webrtc::SdpType)
NLW_FROM_NAME(webrtc::Priority)
NLW_FROM_NAME(Pc::IceTransportsType)
NLW_FROM_NAME(Pc::BundlePolicy)
NLW_FROM_NAME(Pc::RtcpMuxPolicy)
NLW_FROM_NAME(webrtc::RtpTransceiverDirection)
NLW_FROM_NAME(webrtc::DegradationPreference)
NLW_FROM_NAME(cricket::MediaType)
NLW_FROM_NAME(webrtc::VideoTrackInterface::ContentHint)
NLW_FROM_NAME(rtc::LoggingSeverity)
#undef NLW_FROM_NAME

std::vector<std::pair<std::string, std::vector<std::string>>> AllEnums() {
  return Collect<Pc::SignalingState, Pc::IceGatheringState,
                 Pc::IceConnectionState, Pc::PeerConnectionState,
                 Pc::IceTransportsType, Pc::BundlePolicy, Pc::RtcpMuxPolicy,
                 webrtc::SdpType, webrtc::RTCErrorDetailType,
                 webrtc::DataChannelInterface::DataState, webrtc::Priority,
                 webrtc::DtlsTransportState, webrtc::SctpTransportState,
                 webrtc::IceTransportState, cricket::IceGatheringState,
                 cricket::IceRole, webrtc::RtpTransceiverDirection>();
}

}  // namespace nlw
