#ifndef NATIVE_CONVERT_RTP_CODECS_H_
#define NATIVE_CONVERT_RTP_CODECS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/rtp_parameters.h"
#include "native/env/value.h"

namespace nlw {

// As in SDP and in Chrome: `name=value;name=value`, in the order of names; a
// value without a name stands alone. Nothing when there are no parameters.
std::optional<std::string> FmtpLine(
    const webrtc::CodecParameterMap& parameters);
webrtc::CodecParameterMap FmtpParameters(std::string_view line);

// NativeCodec
Value::Object CodecFact(const webrtc::RtpCodec& codec);

// The capability that is meant by a codec that JavaScript gave; one made of the
// codec alone, which libwebrtc refuses, when it is none of these.
webrtc::RtpCodecCapability CapabilityOf(
    const webrtc::RtpCodec& codec,
    const std::vector<webrtc::RtpCodecCapability>& capabilities);
// The same for what encodings ask for.
void UseKnownCodecs(const webrtc::RtpCapabilities& capabilities,
                    std::vector<webrtc::RtpEncodingParameters>& encodings);

}  // namespace nlw

#endif  // NATIVE_CONVERT_RTP_CODECS_H_
