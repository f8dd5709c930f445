#ifndef NATIVE_CONVERT_RTP_FROM_NAPI_H_
#define NATIVE_CONVERT_RTP_FROM_NAPI_H_

#include <optional>
#include <vector>

#include "api/rtp_parameters.h"
#include "api/rtp_transceiver_interface.h"
#include "native/napi.h"

namespace nlw {

// The dictionaries of RTP in lib/native.ts as libwebrtc's structs, as in
// from_napi.h. Codecs are as they were given (CapabilityOf).

std::vector<webrtc::RtpCodec> CodecsFrom(const Napi::Array& array);
std::vector<webrtc::RtpEncodingParameters> EncodingsFrom(
    const Napi::Array& array);
std::optional<webrtc::DegradationPreference> DegradationPreferenceFrom(
    const Napi::Value& value);
webrtc::RtpTransceiverInit TransceiverInitFrom(const Napi::Object& object);
std::vector<webrtc::RtpHeaderExtensionCapability> HeaderExtensionsFrom(
    const Napi::Array& array);

}  // namespace nlw

#endif  // NATIVE_CONVERT_RTP_FROM_NAPI_H_
