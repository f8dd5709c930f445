#include "native/codecs/h264/h264_formats.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "absl/container/inlined_vector.h"
#include "media/base/media_constants.h"

namespace nlw {
namespace {

using webrtc::H264Profile;
using webrtc::ScalabilityMode;

constexpr H264Profile kProfiles[] = {
    H264Profile::kProfileBaseline,
    H264Profile::kProfileConstrainedBaseline,
    H264Profile::kProfileMain,
    H264Profile::kProfileHigh,
};

constexpr const char* kPacketizationModes[] = {"1", "0"};

constexpr ScalabilityMode kScalabilityModes[] = {
    ScalabilityMode::kL1T1, ScalabilityMode::kL1T2, ScalabilityMode::kL1T3};

using ScalabilityModes =
    absl::InlinedVector<ScalabilityMode, webrtc::kScalabilityModeCount>;

std::vector<webrtc::SdpVideoFormat> Formats(const ScalabilityModes& modes) {
  std::vector<webrtc::SdpVideoFormat> formats;
  for (const H264Profile profile : kProfiles) {
    for (const char* packetization : kPacketizationModes) {
      formats.emplace_back(
          cricket::kH264CodecName,
          webrtc::CodecParameterMap{
              {cricket::kH264FmtpProfileLevelId,
               *webrtc::H264ProfileLevelIdToString(
                   {profile, webrtc::H264Level::kLevel3_1})},
              {cricket::kH264FmtpLevelAsymmetryAllowed, "1"},
              {cricket::kH264FmtpPacketizationMode, packetization}},
          modes);
    }
  }
  return formats;
}

}  // namespace

std::vector<webrtc::SdpVideoFormat> H264EncoderFormats() {
  return Formats({std::begin(kScalabilityModes), std::end(kScalabilityModes)});
}

std::vector<webrtc::SdpVideoFormat> H264DecoderFormats() {
  return Formats({});
}

bool H264SupportsScalabilityMode(ScalabilityMode mode) {
  return std::find(std::begin(kScalabilityModes), std::end(kScalabilityModes),
                   mode) != std::end(kScalabilityModes);
}

webrtc::H264Profile H264ProfileOf(const webrtc::SdpVideoFormat& format) {
  const auto parsed = webrtc::ParseSdpForH264ProfileLevelId(format.parameters);
  return parsed ? parsed->profile : H264Profile::kProfileBaseline;
}

webrtc::H264PacketizationMode H264PacketizationModeOf(
    const webrtc::SdpVideoFormat& format) {
  const auto mode = format.parameters.find(cricket::kH264FmtpPacketizationMode);
  return mode != format.parameters.end() && mode->second == "1"
             ? webrtc::H264PacketizationMode::NonInterleaved
             : webrtc::H264PacketizationMode::SingleNalUnit;
}

}  // namespace nlw
