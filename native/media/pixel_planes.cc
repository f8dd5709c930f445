#include "native/media/pixel_planes.h"

#include <climits>
#include <cmath>

namespace nlw {
namespace {

// A row of RGBA must fit into libyuv's int.
constexpr double kMaxSide = INT_MAX / 8;

bool IsCount(double number, double max) {
  return number >= 0 && number <= max && number == std::floor(number);
}

}  // namespace

ConstPlanes PartOf(const ConstPlanes& planes, const PixelRect& rect) {
  ConstPlanes part{planes.format, rect.width, rect.height, {}};
  for (int i = 0; i < PlaneCount(planes.format); ++i) {
    part[i] = {
        planes[i].data +
            FormOf(planes.format, i).Offset(rect.x, rect.y, planes[i].stride),
        planes[i].stride};
  }
  return part;
}

std::optional<Planes> PlanesIn(uint8_t* data,
                               size_t length,
                               PixelFormat format,
                               double width,
                               double height,
                               const std::vector<PlaneLayout>& layout) {
  if (!IsCount(width, kMaxSide) || !IsCount(height, kMaxSide) || width == 0 ||
      height == 0 || layout.size() != static_cast<size_t>(PlaneCount(format))) {
    return std::nullopt;
  }
  Planes result{format, static_cast<int>(width), static_cast<int>(height), {}};
  for (int i = 0; i < PlaneCount(format); ++i) {
    const PlaneForm& form = FormOf(format, i);
    const auto& [offset, stride] = layout[i];
    const size_t row_bytes = form.RowBytes(result.width);
    if (!IsCount(stride, INT_MAX) ||
        !IsCount(offset, static_cast<double>(length)) ||
        stride < static_cast<double>(row_bytes)) {
      return std::nullopt;
    }
    // Below 2^62: both factors are below 2^31.
    const uint64_t needed =
        static_cast<uint64_t>(stride) * (form.Rows(result.height) - 1) +
        row_bytes;
    if (needed > length - static_cast<size_t>(offset)) {
      return std::nullopt;
    }
    result[i] = {data + static_cast<size_t>(offset), static_cast<int>(stride)};
  }
  return result;
}

std::vector<PlaneLayout> TightLayout(PixelFormat format,
                                     int width,
                                     int height,
                                     size_t alignment) {
  std::vector<PlaneLayout> layout;
  size_t offset = 0;
  for (int i = 0; i < PlaneCount(format); ++i) {
    const PlaneForm& form = FormOf(format, i);
    offset = (offset + alignment - 1) / alignment * alignment;
    layout.push_back({static_cast<double>(offset),
                      static_cast<double>(form.RowBytes(width))});
    offset += form.RowBytes(width) * form.Rows(height);
  }
  return layout;
}

size_t ByteCount(PixelFormat format, int width, int height) {
  size_t count = 0;
  for (int i = 0; i < PlaneCount(format); ++i) {
    const PlaneForm& form = FormOf(format, i);
    count += form.RowBytes(width) * form.Rows(height);
  }
  return count;
}

}  // namespace nlw
