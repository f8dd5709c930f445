#include "native/media/pixel_format.h"

#include <iterator>

namespace nlw {
namespace {

constexpr PlaneForm kFull = {1, 1, 1};
constexpr PlaneForm kQuarter = {2, 2, 1};
constexpr PlaneForm kPairs = {2, 2, 2};
constexpr PlaneForm kHalf = {2, 1, 1};
constexpr PlaneForm kPacked = {1, 1, 4};

struct Entry {
  const char* name;
  int plane_count;
  PlaneForm planes[kMaxPlanes];
};

// In the order of the enumeration.
constexpr Entry kFormats[] = {
    {"I420", 3, {kFull, kQuarter, kQuarter}},
    {"I420A", 4, {kFull, kQuarter, kQuarter, kFull}},
    {"I422", 3, {kFull, kHalf, kHalf}},
    {"I444", 3, {kFull, kFull, kFull}},
    {"NV12", 2, {kFull, kPairs}},
    {"RGBA", 1, {kPacked}},
    {"RGBX", 1, {kPacked}},
    {"BGRA", 1, {kPacked}},
    {"BGRX", 1, {kPacked}},
};

const Entry& EntryOf(PixelFormat format) {
  return kFormats[static_cast<size_t>(format)];
}

}  // namespace

const char* Name(PixelFormat format) {
  return EntryOf(format).name;
}

bool FromName(std::string_view name, PixelFormat& out) {
  for (size_t i = 0; i < std::size(kFormats); ++i) {
    if (kFormats[i].name == name) {
      out = static_cast<PixelFormat>(i);
      return true;
    }
  }
  return false;
}

int PlaneCount(PixelFormat format) {
  return EntryOf(format).plane_count;
}

const PlaneForm& FormOf(PixelFormat format, int plane) {
  return EntryOf(format).planes[plane];
}

}  // namespace nlw
