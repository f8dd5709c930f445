#include "native/media/sender_guard.h"

#include <string>
#include <vector>

#include "absl/algorithm/container.h"
#include "pc/rtp_sender.h"
#include "pc/rtp_transceiver.h"
#include "pc/session_description.h"

namespace nlw {
namespace {

// What stands behind a transceiver of a connection.
webrtc::RtpTransceiver& Internal(webrtc::RtpTransceiverInterface& transceiver) {
  using Proxy = webrtc::RtpTransceiverProxyWithInternal<webrtc::RtpTransceiver>;
  return *static_cast<Proxy&>(transceiver).internal();
}

// The way to a protected member.
struct SenderAccess : webrtc::RtpSenderBase {
  static std::vector<std::string>& RefusedRids(webrtc::RtpSenderBase& sender) {
    return sender.*&SenderAccess::disabled_rids_;
  }
};

// How many encodings a section's SSRCs make. Where there are none it sends
// nothing, or libwebrtc goes by its rids.
size_t EncodingsIn(const cricket::ContentInfo& content) {
  const auto& streams = content.media_description()->streams();
  std::vector<uint32_t> ssrcs;
  if (!content.rejected && !streams.empty() && streams[0].has_ssrcs()) {
    streams[0].GetPrimarySsrcs(&ssrcs);
  }
  return ssrcs.size();
}

}  // namespace

void ForgetStreamsRolledBack(webrtc::PeerConnectionInterface& connection) {
  for (const auto& transceiver : connection.GetTransceivers()) {
    const auto sender = Internal(*transceiver).sender_internal();
    const std::vector<webrtc::RtpEncodingParameters> encodings =
        sender->init_send_encodings();
    if (sender->ssrc() != 0 && !encodings.empty()) {
      sender->set_init_send_encodings({});
      sender->SetSsrc(0);
      sender->set_init_send_encodings(encodings);
    }
  }
}

webrtc::RTCError CheckEncodings(
    const webrtc::PeerConnectionInterface& connection,
    const webrtc::SessionDescriptionInterface& local) {
  if (local.description() == nullptr) {
    return webrtc::RTCError::OK();
  }
  const auto& contents = local.description()->contents();
  for (const auto& transceiver : connection.GetTransceivers()) {
    const webrtc::RtpTransceiver& internal = Internal(*transceiver);
    for (size_t i = 0; i < contents.size(); ++i) {
      const bool is_its = internal.mid() ? *internal.mid() == contents[i].name
                                         : internal.mline_index() == i;
      const size_t count = is_its ? EncodingsIn(contents[i]) : 0;
      if (count > 0 &&
          count < internal.sender_internal()->init_send_encodings().size()) {
        return webrtc::RTCError(webrtc::RTCErrorType::INVALID_MODIFICATION,
                                "Media section " + std::to_string(i) +
                                    " has fewer encodings than its sender");
      }
    }
  }
  return webrtc::RTCError::OK();
}

webrtc::RTCError RecountRefusedLayers(
    webrtc::RtpTransceiverInterface& transceiver) {
  const auto sender = Internal(transceiver).sender_internal();
  const auto all = sender->GetParametersInternalWithAllLayers().encodings;
  std::vector<std::string>& refused =
      SenderAccess::RefusedRids(static_cast<webrtc::RtpSenderBase&>(*sender));
  std::vector<std::string> counted;
  for (const webrtc::RtpEncodingParameters& encoding : all) {
    if (absl::c_linear_search(refused, encoding.rid)) {
      counted.push_back(encoding.rid);
    }
  }
  refused = counted;
  const auto left = sender->GetParametersInternal().encodings;
  return left.size() + refused.size() == all.size()
             ? webrtc::RTCError::OK()
             : webrtc::RTCError(webrtc::RTCErrorType::INVALID_STATE,
                                "The encodings' rids do not differ");
}

}  // namespace nlw
