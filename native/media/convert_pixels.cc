#include "native/media/convert_pixels.h"

#include "libyuv/convert.h"
#include "libyuv/convert_argb.h"
#include "libyuv/convert_from_argb.h"
#include "libyuv/planar_functions.h"
#include "native/media/convert_yuv.h"

namespace nlw {
namespace {

constexpr uint8_t kOpaque = 255;

bool IsRedFirst(PixelFormat format) {
  return format == PixelFormat::kRGBA || format == PixelFormat::kRGBX;
}

bool HasAlpha(PixelFormat format) {
  return format == PixelFormat::kRGBA || format == PixelFormat::kBGRA ||
         format == PixelFormat::kI420A;
}

void MakeOpaque(const Planes& rgb) {
  for (int y = 0; y < rgb.height; ++y) {
    uint8_t* const row = rgb[0].data + static_cast<size_t>(y) * rgb[0].stride;
    for (int x = 0; x < rgb.width; ++x) {
      row[x * 4 + 3] = kOpaque;
    }
  }
}

void RgbToRgb(const ConstPlanes& s, const Planes& t) {
  if (IsRedFirst(s.format) == IsRedFirst(t.format)) {
    libyuv::CopyPlane(s[0].data, s[0].stride, t[0].data, t[0].stride,
                      s.width * 4, s.height);
  } else {
    libyuv::ARGBToABGR(s[0].data, s[0].stride, t[0].data, t[0].stride, s.width,
                       s.height);
  }
  if (HasAlpha(t.format) && !HasAlpha(s.format)) {
    MakeOpaque(t);
  }
}

// The order of U and V, and the matrix, decide whether red comes first.
void YuvToRgb(const ConstPlanes& s, const Planes& t, const ColorMatrix& m) {
  const bool swap = IsRedFirst(t.format);
  const libyuv::YuvConstants* const matrix =
      swap ? m.yvu_to_rgba : m.yuv_to_bgra;
  const auto& y = s[0];
  if (s.format == PixelFormat::kNV12) {
    (swap ? libyuv::NV21ToARGBMatrix : libyuv::NV12ToARGBMatrix)(
        y.data, y.stride, s[1].data, s[1].stride, t[0].data, t[0].stride,
        matrix, s.width, s.height);
    return;
  }
  const auto& u = s[swap ? 2 : 1];
  const auto& v = s[swap ? 1 : 2];
  if (s.format == PixelFormat::kI420A && HasAlpha(t.format)) {
    libyuv::I420AlphaToARGBMatrix(y.data, y.stride, u.data, u.stride, v.data,
                                  v.stride, s[3].data, s[3].stride, t[0].data,
                                  t[0].stride, matrix, s.width, s.height,
                                  /*attenuate=*/0);
    return;
  }
  const auto convert = s.format == PixelFormat::kI444 ? libyuv::I444ToARGBMatrix
                       : s.format == PixelFormat::kI422
                           ? libyuv::I422ToARGBMatrix
                           : libyuv::I420ToARGBMatrix;
  convert(y.data, y.stride, u.data, u.stride, v.data, v.stride, t[0].data,
          t[0].stride, matrix, s.width, s.height);
}

void RgbToYuv(const ConstPlanes& s, const Planes& t, const ColorMatrix& m) {
  const libyuv::ArgbConstants* const matrix =
      IsRedFirst(s.format) ? m.rgba_to_yuv : m.bgra_to_yuv;
  if (t.format == PixelFormat::kNV12) {
    libyuv::ARGBToNV12Matrix(s[0].data, s[0].stride, t[0].data, t[0].stride,
                             t[1].data, t[1].stride, matrix, s.width, s.height);
    return;
  }
  const auto convert = t.format == PixelFormat::kI444 ? libyuv::ARGBToI444Matrix
                       : t.format == PixelFormat::kI422
                           ? libyuv::ARGBToI422Matrix
                           : libyuv::ARGBToI420Matrix;
  convert(s[0].data, s[0].stride, t[0].data, t[0].stride, t[1].data,
          t[1].stride, t[2].data, t[2].stride, matrix, s.width, s.height);
  if (t.format != PixelFormat::kI420A) {
    return;
  }
  if (HasAlpha(s.format)) {
    libyuv::ARGBExtractAlpha(s[0].data, s[0].stride, t[3].data, t[3].stride,
                             s.width, s.height);
  } else {
    libyuv::SetPlane(t[3].data, t[3].stride, t.width, t.height, kOpaque);
  }
}

}  // namespace

void ConvertPixels(const ConstPlanes& source,
                   const Planes& target,
                   const ColorMatrix& matrix) {
  if (IsRgb(source.format)) {
    if (IsRgb(target.format)) {
      RgbToRgb(source, target);
    } else {
      RgbToYuv(source, target, matrix);
    }
  } else if (IsRgb(target.format)) {
    YuvToRgb(source, target, matrix);
  } else {
    YuvToYuv(source, target);
  }
}

}  // namespace nlw
