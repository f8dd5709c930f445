#ifndef NATIVE_MEDIA_COLOR_MATRIX_H_
#define NATIVE_MEDIA_COLOR_MATRIX_H_

#include "absl/types/optional.h"
#include "api/video/color_space.h"

namespace libyuv {
struct ArgbConstants;
struct YuvConstants;
}  // namespace libyuv

namespace nlw {

// libyuv's tables for the colours of one color space. Its names are of words:
// ARGB is B, G, R, A in memory.
struct ColorMatrix {
  const libyuv::YuvConstants* yuv_to_bgra;
  // Of U and V swapped.
  const libyuv::YuvConstants* yvu_to_rgba;
  const libyuv::ArgbConstants* bgra_to_yuv;
  const libyuv::ArgbConstants* rgba_to_yuv;
};

// BT.601 in the limited range where nothing else is said.
const ColorMatrix& ColorMatrixOf(
    const absl::optional<webrtc::ColorSpace>& color_space);

}  // namespace nlw

#endif  // NATIVE_MEDIA_COLOR_MATRIX_H_
