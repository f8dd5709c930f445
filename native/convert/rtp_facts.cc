#include "native/convert/rtp_facts.h"

#include <cmath>
#include <cstdint>
#include <utility>

#include "native/convert/enums.h"
#include "native/convert/rtp_codecs.h"
#include "native/convert/rtp_priority.h"
#include "system_wrappers/include/ntp_time.h"

namespace nlw {
namespace {

// RFC 6464: decibels below full scale, of which 127 is silence.
Value LinearLevel(const absl::optional<uint8_t>& level) {
  if (!level) {
    return Value();
  }
  return *level == 127 ? 0.0 : std::pow(10.0, -*level / 20.0);
}

Value EncodingFact(const webrtc::RtpEncodingParameters& encoding) {
  return Value::Object{
      {"rid", encoding.rid},
      {"active", encoding.active},
      {"maxBitrate", ValueOrNull(encoding.max_bitrate_bps)},
      {"maxFramerate", ValueOrNull(encoding.max_framerate)},
      {"scaleResolutionDownBy", ValueOrNull(encoding.scale_resolution_down_by)},
      {"scalabilityMode", ValueOrNull(encoding.scalability_mode)},
      {"priority", Name(PriorityOf(encoding.bitrate_priority))},
      {"networkPriority", Name(encoding.network_priority)},
      {"adaptivePtime", encoding.adaptive_ptime},
      {"codec", encoding.codec ? Value(CodecFact(*encoding.codec)) : Value()},
      {"requestKeyFrame", false},
  };
}

using CaptureTime = absl::optional<webrtc::AbsoluteCaptureTime>;

// Milliseconds of NTP's clock.
Value CaptureTimestamp(const CaptureTime& time) {
  return time ? Value(static_cast<double>(
                    webrtc::UQ32x32ToInt64Ms(time->absolute_capture_timestamp)))
              : Value();
}

// Milliseconds from the sender's clock to that of the capture system.
Value SenderCaptureTimeOffset(const CaptureTime& time) {
  return time && time->estimated_capture_clock_offset
             ? Value(static_cast<double>(webrtc::Q32x32ToInt64Ms(
                   *time->estimated_capture_clock_offset)))
             : Value();
}

}  // namespace

Value CapabilitiesFact(const webrtc::RtpCapabilities& capabilities) {
  Value::Array codecs;
  for (const webrtc::RtpCodecCapability& codec : capabilities.codecs) {
    codecs.push_back(CodecFact(codec));
  }
  return Value::Object{
      {"codecs", std::move(codecs)},
      {"headerExtensions",
       HeaderExtensionsFact(capabilities.header_extensions)},
  };
}

Value HeaderExtensionsFact(
    const std::vector<webrtc::RtpHeaderExtensionCapability>& extensions) {
  Value::Array facts;
  for (const webrtc::RtpHeaderExtensionCapability& extension : extensions) {
    facts.push_back(Value::Object{{"uri", extension.uri},
                                  {"direction", Name(extension.direction)}});
  }
  return facts;
}

Value::Object ParametersFact(const webrtc::RtpParameters& parameters) {
  Value::Array codecs;
  for (const webrtc::RtpCodecParameters& codec : parameters.codecs) {
    Value::Object fact = CodecFact(codec);
    fact.push_back({"payloadType", codec.payload_type});
    codecs.push_back(std::move(fact));
  }
  Value::Array extensions;
  for (const webrtc::RtpExtension& extension : parameters.header_extensions) {
    extensions.push_back(Value::Object{{"uri", extension.uri},
                                       {"id", extension.id},
                                       {"encrypted", extension.encrypt}});
  }
  return {
      {"codecs", std::move(codecs)},
      {"headerExtensions", std::move(extensions)},
      {"rtcp", Value::Object{{"cname", parameters.rtcp.cname},
                             {"reducedSize", parameters.rtcp.reduced_size}}},
  };
}

Value SendParametersFact(const webrtc::RtpParameters& parameters) {
  Value::Object fact = ParametersFact(parameters);
  Value::Array encodings;
  for (const webrtc::RtpEncodingParameters& encoding : parameters.encodings) {
    encodings.push_back(EncodingFact(encoding));
  }
  fact.push_back({"encodings", std::move(encodings)});
  const auto& preference = parameters.degradation_preference;
  fact.push_back({"degradationPreference",
                  preference ? Value(Name(*preference)) : Value()});
  return fact;
}

Value SourcesFact(const std::vector<webrtc::RtpSource>& sources,
                  int64_t now_us) {
  Value::Array facts;
  for (const webrtc::RtpSource& source : sources) {
    facts.push_back(Value::Object{
        {"kind", Name(source.source_type())},
        {"source", static_cast<double>(source.source_id())},
        {"age", static_cast<double>(now_us - source.timestamp().us()) / 1000},
        {"rtpTimestamp", static_cast<double>(source.rtp_timestamp())},
        {"audioLevel", LinearLevel(source.audio_level())},
        {"captureTimestamp", CaptureTimestamp(source.absolute_capture_time())},
        {"senderCaptureTimeOffset",
         SenderCaptureTimeOffset(source.absolute_capture_time())},
    });
  }
  return facts;
}

}  // namespace nlw
