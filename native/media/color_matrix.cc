#include "native/media/color_matrix.h"

#include "libyuv/convert_argb.h"
#include "libyuv/convert_from_argb.h"

namespace nlw {
namespace {

using Space = webrtc::ColorSpace;

enum Standard { kBt601, kBt709, kBt2020 };

Standard StandardOf(Space::MatrixID matrix) {
  switch (matrix) {
    case Space::MatrixID::kBT709:
      return kBt709;
    case Space::MatrixID::kBT2020_NCL:
    case Space::MatrixID::kBT2020_CL:
      return kBt2020;
    default:
      return kBt601;
  }
}

}  // namespace

const ColorMatrix& ColorMatrixOf(
    const absl::optional<webrtc::ColorSpace>& color_space) {
  // For its 24 constants.
  using namespace libyuv;  // NOLINT(build/namespaces)
  static const ColorMatrix kLimited[] = {
      {&kYuvI601Constants, &kYvuI601Constants, &kArgbI601Constants,
       &kAbgrI601Constants},
      {&kYuvH709Constants, &kYvuH709Constants, &kArgbH709Constants,
       &kAbgrH709Constants},
      {&kYuv2020Constants, &kYvu2020Constants, &kArgbU2020Constants,
       &kAbgrU2020Constants},
  };
  static const ColorMatrix kFull[] = {
      {&kYuvJPEGConstants, &kYvuJPEGConstants, &kArgbJPEGConstants,
       &kAbgrJPEGConstants},
      {&kYuvF709Constants, &kYvuF709Constants, &kArgbF709Constants,
       &kAbgrF709Constants},
      {&kYuvV2020Constants, &kYvuV2020Constants, &kArgbV2020Constants,
       &kAbgrV2020Constants},
  };
  if (!color_space) {
    return kLimited[kBt601];
  }
  return (color_space->range() == Space::RangeID::kFull
              ? kFull
              : kLimited)[StandardOf(color_space->matrix())];
}

}  // namespace nlw
