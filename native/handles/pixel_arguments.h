#ifndef NATIVE_HANDLES_PIXEL_ARGUMENTS_H_
#define NATIVE_HANDLES_PIXEL_ARGUMENTS_H_

#include <vector>

#include "native/media/pixel_planes.h"
#include "native/media/pixels.h"
#include "native/napi.h"

namespace nlw {

// Arguments that name memory. TypeScript has checked them; where they would
// lead outside of it all the same, a RangeError is thrown.

struct Bytes {
  uint8_t* data;
  size_t length;
};
// Of a Uint8Array, which may lie on a SharedArrayBuffer.
Bytes BytesFrom(const Napi::Value& array);

PixelFormat FormatFrom(const Napi::Value& name);
// NativePlane[].
std::vector<PlaneLayout> LayoutFrom(const Napi::Value& planes);
// NativeColorSpace; nothing for null.
absl::optional<webrtc::ColorSpace> ColorSpaceFrom(const Napi::Value& value);
// NativeRect, inside of the pixels.
PixelRect RectFrom(const Napi::Value& rect,
                   const webrtc::VideoFrameBuffer& pixels);
Planes PlanesFrom(const Napi::Value& array,
                  PixelFormat format,
                  const Napi::Value& width,
                  const Napi::Value& height,
                  const std::vector<PlaneLayout>& layout);

}  // namespace nlw

#endif  // NATIVE_HANDLES_PIXEL_ARGUMENTS_H_
