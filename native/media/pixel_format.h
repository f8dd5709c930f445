#ifndef NATIVE_MEDIA_PIXEL_FORMAT_H_
#define NATIVE_MEDIA_PIXEL_FORMAT_H_

#include <cstddef>
#include <string_view>

namespace nlw {

// Names as WebCodecs' VideoPixelFormat; bytes in memory in the order of the
// letters.
enum class PixelFormat {
  kI420,
  kI420A,
  kI422,
  kI444,
  kNV12,
  kRGBA,
  kRGBX,
  kBGRA,
  kBGRX,
};

const char* Name(PixelFormat format);
// False when `name` names none; `out` is then untouched.
bool FromName(std::string_view name, PixelFormat& out);

constexpr bool IsRgb(PixelFormat format) {
  return format >= PixelFormat::kRGBA;
}

inline constexpr int kMaxPlanes = 4;

// How one plane of a format lies in memory.
struct PlaneForm {
  // So many pixels are one sample, across and down.
  int x_step;
  int y_step;
  int sample_bytes;

  size_t RowBytes(int width) const {
    return static_cast<size_t>((width + x_step - 1) / x_step) * sample_bytes;
  }
  size_t Rows(int height) const {
    return static_cast<size_t>((height + y_step - 1) / y_step);
  }
  // Of the sample that covers a pixel.
  size_t Offset(int x, int y, size_t stride) const {
    return static_cast<size_t>(y / y_step) * stride +
           static_cast<size_t>(x / x_step) * sample_bytes;
  }
};

int PlaneCount(PixelFormat format);
const PlaneForm& FormOf(PixelFormat format, int plane);

}  // namespace nlw

#endif  // NATIVE_MEDIA_PIXEL_FORMAT_H_
