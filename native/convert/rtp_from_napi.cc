#include "native/convert/rtp_from_napi.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "native/convert/enums.h"
#include "native/convert/from_napi.h"
#include "native/convert/rtp_codecs.h"
#include "native/convert/rtp_priority.h"
#include "rtc_base/numerics/safe_conversions.h"

namespace nlw {
namespace {

webrtc::RtpCodec CodecFrom(const Napi::Object& object) {
  webrtc::RtpCodec codec;
  const std::string mime_type = StringMember(object, "mimeType");
  const size_t slash = mime_type.find('/');
  FromName(absl::AsciiStrToLower(mime_type.substr(0, slash)), codec.kind);
  codec.name = slash == std::string::npos ? "" : mime_type.substr(slash + 1);
  codec.clock_rate = IntMember(object, "clockRate");
  codec.num_channels = OptionalIntMember(object, "channels");
  if (const auto line = OptionalStringMember(object, "sdpFmtpLine")) {
    codec.parameters = FmtpParameters(*line);
  }
  return codec;
}

webrtc::RtpEncodingParameters EncodingFrom(const Napi::Object& object) {
  webrtc::RtpEncodingParameters encoding;
  encoding.rid = StringMember(object, "rid");
  encoding.active = BoolMember(object, "active");
  // JavaScript's number goes up to 2^32.
  if (const auto bitrate = OptionalDoubleMember(object, "maxBitrate")) {
    encoding.max_bitrate_bps = rtc::saturated_cast<int>(*bitrate);
  }
  encoding.max_framerate = OptionalDoubleMember(object, "maxFramerate");
  encoding.scale_resolution_down_by =
      OptionalDoubleMember(object, "scaleResolutionDownBy");
  encoding.scalability_mode = OptionalStringMember(object, "scalabilityMode");
  encoding.bitrate_priority =
      BitrateWeightOf(EnumMember<webrtc::Priority>(object, "priority"));
  encoding.network_priority =
      EnumMember<webrtc::Priority>(object, "networkPriority");
  encoding.adaptive_ptime = BoolMember(object, "adaptivePtime");
  if (const Napi::Value codec = object.Get("codec"); !codec.IsNull()) {
    encoding.codec = CodecFrom(codec.As<Napi::Object>());
  }
  encoding.request_key_frame = BoolMember(object, "requestKeyFrame");
  return encoding;
}

}  // namespace

std::vector<webrtc::RtpCodec> CodecsFrom(const Napi::Array& array) {
  std::vector<webrtc::RtpCodec> codecs;
  for (uint32_t i = 0; i < array.Length(); ++i) {
    codecs.push_back(CodecFrom(array.Get(i).As<Napi::Object>()));
  }
  return codecs;
}

std::vector<webrtc::RtpEncodingParameters> EncodingsFrom(
    const Napi::Array& array) {
  std::vector<webrtc::RtpEncodingParameters> encodings;
  for (uint32_t i = 0; i < array.Length(); ++i) {
    encodings.push_back(EncodingFrom(array.Get(i).As<Napi::Object>()));
  }
  return encodings;
}

std::optional<webrtc::DegradationPreference> DegradationPreferenceFrom(
    const Napi::Value& value) {
  webrtc::DegradationPreference preference;
  if (value.IsNull() ||
      !FromName(value.As<Napi::String>().Utf8Value(), preference)) {
    return std::nullopt;
  }
  return preference;
}

webrtc::RtpTransceiverInit TransceiverInitFrom(const Napi::Object& object) {
  webrtc::RtpTransceiverInit init;
  init.direction =
      EnumMember<webrtc::RtpTransceiverDirection>(object, "direction");
  init.stream_ids = StringsMember(object, "streamIds");
  init.send_encodings =
      EncodingsFrom(object.Get("sendEncodings").As<Napi::Array>());
  return init;
}

std::vector<webrtc::RtpHeaderExtensionCapability> HeaderExtensionsFrom(
    const Napi::Array& array) {
  std::vector<webrtc::RtpHeaderExtensionCapability> extensions;
  for (uint32_t i = 0; i < array.Length(); ++i) {
    const Napi::Object object = array.Get(i).As<Napi::Object>();
    webrtc::RtpHeaderExtensionCapability extension(StringMember(object, "uri"));
    extension.direction =
        EnumMember<webrtc::RtpTransceiverDirection>(object, "direction");
    extensions.push_back(std::move(extension));
  }
  return extensions;
}

}  // namespace nlw
