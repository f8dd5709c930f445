#include "native/media/convert_yuv.h"

#include <memory>

#include "libyuv/planar_functions.h"
#include "libyuv/scale.h"
#include "native/media/pixel_memory.h"

namespace nlw {
namespace {

// U and V of 4:2:0 that NV12 has in one plane.
struct Chroma {
  std::shared_ptr<uint8_t> memory;
  uint8_t* u;
  uint8_t* v;
  int width;
  int height;

  Chroma(int frame_width, int frame_height)
      : width((frame_width + 1) / 2), height((frame_height + 1) / 2) {
    const size_t size = static_cast<size_t>(width) * height;
    memory = TakePixelMemory(2 * size);
    u = memory.get();
    v = u + size;
  }
};

int SamplesAcross(PixelFormat format, int width) {
  return static_cast<int>(FormOf(format, 1).RowBytes(width));
}

int SamplesDown(PixelFormat format, int height) {
  return static_cast<int>(FormOf(format, 1).Rows(height));
}

bool IsQuartered(PixelFormat format) {
  return FormOf(format, 1).x_step == 2 && FormOf(format, 1).y_step == 2;
}

// Neither is NV12.
void ScaleChroma(const ConstPlanes& s, const Planes& t) {
  const int from_width = SamplesAcross(s.format, s.width);
  const int from_height = SamplesDown(s.format, s.height);
  const int to_width = SamplesAcross(t.format, t.width);
  const int to_height = SamplesDown(t.format, t.height);
  const auto filter = to_width < from_width || to_height < from_height
                          ? libyuv::kFilterBox
                          : libyuv::kFilterBilinear;
  for (int i = 1; i <= 2; ++i) {
    libyuv::ScalePlane(s[i].data, s[i].stride, from_width, from_height,
                       t[i].data, t[i].stride, to_width, to_height, filter);
  }
}

void FromNv12(const ConstPlanes& s, const Planes& t) {
  const int width = (s.width + 1) / 2;
  const int height = (s.height + 1) / 2;
  if (IsQuartered(t.format)) {
    libyuv::SplitUVPlane(s[1].data, s[1].stride, t[1].data, t[1].stride,
                         t[2].data, t[2].stride, width, height);
    return;
  }
  const Chroma chroma(s.width, s.height);
  libyuv::SplitUVPlane(s[1].data, s[1].stride, chroma.u, width, chroma.v, width,
                       width, height);
  ScaleChroma({PixelFormat::kI420,
               s.width,
               s.height,
               {{}, {chroma.u, width}, {chroma.v, width}}},
              t);
}

void ToNv12(const ConstPlanes& s, const Planes& t) {
  const int width = (t.width + 1) / 2;
  const int height = (t.height + 1) / 2;
  if (IsQuartered(s.format)) {
    libyuv::MergeUVPlane(s[1].data, s[1].stride, s[2].data, s[2].stride,
                         t[1].data, t[1].stride, width, height);
    return;
  }
  const Chroma chroma(t.width, t.height);
  ScaleChroma(s, {PixelFormat::kI420,
                  t.width,
                  t.height,
                  {{}, {chroma.u, width}, {chroma.v, width}}});
  libyuv::MergeUVPlane(chroma.u, width, chroma.v, width, t[1].data, t[1].stride,
                       width, height);
}

}  // namespace

void YuvToYuv(const ConstPlanes& s, const Planes& t) {
  libyuv::CopyPlane(s[0].data, s[0].stride, t[0].data, t[0].stride, s.width,
                    s.height);
  if (s.format == PixelFormat::kNV12 && t.format == PixelFormat::kNV12) {
    libyuv::CopyPlane(s[1].data, s[1].stride, t[1].data, t[1].stride,
                      (s.width + 1) / 2 * 2, (s.height + 1) / 2);
  } else if (s.format == PixelFormat::kNV12) {
    FromNv12(s, t);
  } else if (t.format == PixelFormat::kNV12) {
    ToNv12(s, t);
  } else {
    ScaleChroma(s, t);
  }
  if (t.format != PixelFormat::kI420A) {
    return;
  }
  if (s.format == PixelFormat::kI420A) {
    libyuv::CopyPlane(s[3].data, s[3].stride, t[3].data, t[3].stride, s.width,
                      s.height);
  } else {
    libyuv::SetPlane(t[3].data, t[3].stride, t.width, t.height, 255);
  }
}

}  // namespace nlw
