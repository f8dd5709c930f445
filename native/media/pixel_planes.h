#ifndef NATIVE_MEDIA_PIXEL_PLANES_H_
#define NATIVE_MEDIA_PIXEL_PLANES_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "native/media/pixel_format.h"

namespace nlw {

// Pixels somewhere in memory; who makes one sees to it that the planes are
// there.
template <typename Byte>
struct BasicPlanes {
  struct Plane {
    Byte* data;
    int stride;
  };

  PixelFormat format;
  int width;
  int height;
  Plane planes[kMaxPlanes];

  Plane& operator[](int plane) { return planes[plane]; }
  const Plane& operator[](int plane) const { return planes[plane]; }
};

using Planes = BasicPlanes<uint8_t>;
using ConstPlanes = BasicPlanes<const uint8_t>;

inline ConstPlanes Const(const Planes& planes) {
  ConstPlanes result{planes.format, planes.width, planes.height, {}};
  for (int i = 0; i < PlaneCount(planes.format); ++i) {
    result[i] = {planes[i].data, planes[i].stride};
  }
  return result;
}

// Pixels.
struct PixelRect {
  int x;
  int y;
  int width;
  int height;
};

// A part; `rect` must lie inside.
ConstPlanes PartOf(const ConstPlanes& planes, const PixelRect& rect);

// Bytes.
struct PlaneLayout {
  double offset;
  double stride;
};

// Nothing unless every plane, and all of it, lies inside of the memory. The
// numbers may be any.
std::optional<Planes> PlanesIn(uint8_t* data,
                               size_t length,
                               PixelFormat format,
                               double width,
                               double height,
                               const std::vector<PlaneLayout>& layout);

// One plane after the other, row after row.
std::vector<PlaneLayout> TightLayout(PixelFormat format,
                                     int width,
                                     int height,
                                     size_t alignment = 1);

// Bytes that the samples take.
size_t ByteCount(PixelFormat format, int width, int height);

}  // namespace nlw

#endif  // NATIVE_MEDIA_PIXEL_PLANES_H_
