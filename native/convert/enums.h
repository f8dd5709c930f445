#ifndef NATIVE_CONVERT_ENUMS_H_
#define NATIVE_CONVERT_ENUMS_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/data_channel_interface.h"
#include "api/dtls_transport_interface.h"
#include "api/jsep.h"
#include "api/media_stream_interface.h"
#include "api/media_types.h"
#include "api/peer_connection_interface.h"
#include "api/priority.h"
#include "api/rtc_error.h"
#include "api/rtp_parameters.h"
#include "api/rtp_transceiver_direction.h"
#include "api/sctp_transport_interface.h"
#include "api/transport/enums.h"
#include "api/transport/rtp/rtp_source.h"
#include "p2p/base/ice_transport_internal.h"
#include "p2p/base/transport_description.h"
#include "rtc_base/logging.h"

namespace nlw {

// The name of an enum's value in lib/native.ts. Overloads read one table per
// enum (enums.cc).
const char* Name(webrtc::PeerConnectionInterface::SignalingState value);
const char* Name(webrtc::PeerConnectionInterface::IceGatheringState value);
const char* Name(webrtc::PeerConnectionInterface::IceConnectionState value);
const char* Name(webrtc::PeerConnectionInterface::PeerConnectionState value);
const char* Name(webrtc::PeerConnectionInterface::IceTransportsType value);
const char* Name(webrtc::PeerConnectionInterface::BundlePolicy value);
const char* Name(webrtc::PeerConnectionInterface::RtcpMuxPolicy value);
const char* Name(webrtc::SdpType value);
const char* Name(webrtc::RTCErrorType value);
const char* Name(webrtc::RTCErrorDetailType value);
const char* Name(webrtc::DataChannelInterface::DataState value);
const char* Name(webrtc::Priority value);
const char* Name(webrtc::DtlsTransportState value);
const char* Name(webrtc::SctpTransportState value);
const char* Name(webrtc::IceTransportState value);
const char* Name(cricket::IceGatheringState value);
const char* Name(cricket::IceRole value);
const char* Name(webrtc::RtpTransceiverDirection value);
const char* Name(webrtc::DegradationPreference value);
const char* Name(cricket::MediaType value);
const char* Name(webrtc::RtpSourceType value);
const char* Name(rtc::LoggingSeverity value);

// False when `name` names no value; `out` is then untouched.
bool FromName(std::string_view name, webrtc::SdpType& out);
bool FromName(std::string_view name, webrtc::Priority& out);
bool FromName(std::string_view name,
              webrtc::PeerConnectionInterface::IceTransportsType& out);
bool FromName(std::string_view name,
              webrtc::PeerConnectionInterface::BundlePolicy& out);
bool FromName(std::string_view name,
              webrtc::PeerConnectionInterface::RtcpMuxPolicy& out);
bool FromName(std::string_view name, webrtc::RtpTransceiverDirection& out);
bool FromName(std::string_view name, webrtc::DegradationPreference& out);
bool FromName(std::string_view name, cricket::MediaType& out);
bool FromName(std::string_view name,
              webrtc::VideoTrackInterface::ContentHint& out);
bool FromName(std::string_view name, rtc::LoggingSeverity& out);

// Every table, for scripts/check-idl: the W3C name of the enum, its values.
std::vector<std::pair<std::string, std::vector<std::string>>> AllEnums();

}  // namespace nlw

#endif  // NATIVE_CONVERT_ENUMS_H_
