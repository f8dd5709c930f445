#include "native/convert/rtp_codecs.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "pc/webrtc_sdp.h"
#include "rtc_base/strings/string_builder.h"

namespace nlw {
namespace {

bool IsSame(const webrtc::RtpCodec& a, const webrtc::RtpCodec& b) {
  return a.kind == b.kind && absl::EqualsIgnoreCase(a.name, b.name) &&
         a.clock_rate == b.clock_rate &&
         a.num_channels.value_or(1) == b.num_channels.value_or(1) &&
         a.parameters == b.parameters;
}

}  // namespace

std::optional<std::string> FmtpLine(
    const webrtc::CodecParameterMap& parameters) {
  rtc::StringBuilder line;
  if (!webrtc::WriteFmtpParameters(parameters, &line)) {
    return std::nullopt;
  }
  return line.Release();
}

webrtc::CodecParameterMap FmtpParameters(std::string_view line) {
  webrtc::CodecParameterMap parameters;
  while (!line.empty()) {
    const size_t end = line.find(';');
    const std::string_view item =
        absl::StripAsciiWhitespace(line.substr(0, end));
    const size_t equals = item.find('=');
    if (equals != std::string_view::npos) {
      parameters[std::string(item.substr(0, equals))] = item.substr(equals + 1);
    } else if (!item.empty()) {
      parameters[""] = item;
    }
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
  }
  return parameters;
}

Value::Object CodecFact(const webrtc::RtpCodec& codec) {
  return {
      {"mimeType", codec.mime_type()},
      {"clockRate", codec.clock_rate.value_or(0)},
      {"channels", codec.kind == cricket::MEDIA_TYPE_AUDIO
                       ? Value(codec.num_channels.value_or(1))
                       : Value()},
      {"sdpFmtpLine", ValueOrNull(FmtpLine(codec.parameters))},
  };
}

webrtc::RtpCodecCapability CapabilityOf(
    const webrtc::RtpCodec& codec,
    const std::vector<webrtc::RtpCodecCapability>& capabilities) {
  for (const webrtc::RtpCodecCapability& capability : capabilities) {
    if (IsSame(codec, capability)) {
      return capability;
    }
  }
  webrtc::RtpCodecCapability unknown;
  static_cast<webrtc::RtpCodec&>(unknown) = codec;
  return unknown;
}

void UseKnownCodecs(const webrtc::RtpCapabilities& capabilities,
                    std::vector<webrtc::RtpEncodingParameters>& encodings) {
  for (webrtc::RtpEncodingParameters& encoding : encodings) {
    if (encoding.codec) {
      encoding.codec = CapabilityOf(*encoding.codec, capabilities.codecs);
    }
  }
}

}  // namespace nlw
