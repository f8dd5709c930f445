#ifndef NATIVE_CODECS_H264_COLOR_SPACE_H_
#define NATIVE_CODECS_H264_COLOR_SPACE_H_

#include <cstdint>
#include <optional>

#include "api/array_view.h"
#include "api/video/color_space.h"

namespace nlw {

// What the VUI of the first SPS in an access unit (Annex B) says; nothing
// without one, or where it does not say.
std::optional<webrtc::ColorSpace> H264ColorSpaceOf(
    rtc::ArrayView<const uint8_t> access_unit);

}  // namespace nlw

#endif  // NATIVE_CODECS_H264_COLOR_SPACE_H_
