#ifndef NATIVE_CODECS_H264_SPS_H_
#define NATIVE_CODECS_H264_SPS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "api/array_view.h"
#include "api/video/color_space.h"

namespace nlw {

// What is of use here of a sequence parameter set (H.264 (08/2021), 7.3.2.1.1).
struct H264Sps {
  uint32_t profile_idc = 0;
  uint32_t id = 0;
  // Where the members begin that every profile has, in bits of the RBSP.
  int common_at = 0;
  // 4:2:0, 8 bits, no scaling matrices.
  bool plain = true;
  // Before cropping, in pixels.
  int64_t coded_width = 0;
  int64_t coded_height = 0;
  // Nothing where the VUI does not say.
  std::optional<webrtc::ColorSpace> color_space;
  std::optional<uint32_t> max_reordered_frames;
};

// Nothing where it cannot be read. `rbsp` is the NAL unit without its type and
// without emulation prevention.
std::optional<H264Sps> ParseH264Sps(rtc::ArrayView<const uint8_t> rbsp);

// The RBSPs of the sequence parameter sets in an access unit in Annex B, those
// of scalable extensions too.
std::vector<std::vector<uint8_t>> FindH264Sps(
    rtc::ArrayView<const uint8_t> access_unit);

}  // namespace nlw

#endif  // NATIVE_CODECS_H264_SPS_H_
