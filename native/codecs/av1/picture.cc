#include "native/codecs/av1/picture.h"

#include <libyuv/convert.h>
#include <libyuv/planar_functions.h>

namespace nlw {
namespace {

using Buffer = rtc::scoped_refptr<webrtc::VideoFrameBuffer>;

// `Copy` is libyuv's for the type of pixel and the sampling of `target`.
template <typename Pixel, auto Copy, typename Target>
Buffer CopyPlanes(const aom_image_t& image,
                  const rtc::scoped_refptr<Target>& target) {
  if (!target)
    return nullptr;
  const auto plane = [&image](int which) {
    return reinterpret_cast<const Pixel*>(image.planes[which]);
  };
  // libaom's in bytes, libyuv's in pixels.
  const auto stride = [&image](int which) {
    return image.stride[which] / static_cast<int>(sizeof(Pixel));
  };
  Copy(plane(AOM_PLANE_Y), stride(AOM_PLANE_Y), plane(AOM_PLANE_U),
       stride(AOM_PLANE_U), plane(AOM_PLANE_V), stride(AOM_PLANE_V),
       target->MutableDataY(), target->StrideY(), target->MutableDataU(),
       target->StrideU(), target->MutableDataV(), target->StrideV(),
       target->width(), target->height());
  return target;
}

}  // namespace

Buffer CopyPicture(const aom_image_t& image,
                   webrtc::VideoFrameBufferPool& pool) {
  const int width = static_cast<int>(image.d_w);
  const int height = static_cast<int>(image.d_h);
  const bool ten_bits = image.bit_depth == 10;
  switch (image.fmt) {
    case AOM_IMG_FMT_I420:
      return CopyPlanes<uint8_t, libyuv::I420Copy>(
          image, pool.CreateI420Buffer(width, height));
    case AOM_IMG_FMT_I444:
      return CopyPlanes<uint8_t, libyuv::I444Copy>(
          image, pool.CreateI444Buffer(width, height));
    case AOM_IMG_FMT_I42016:
      return ten_bits ? CopyPlanes<uint16_t, libyuv::I010Copy>(
                            image, pool.CreateI010Buffer(width, height))
                      : nullptr;
    case AOM_IMG_FMT_I44416:
      return ten_bits ? CopyPlanes<uint16_t, libyuv::I410Copy>(
                            image, pool.CreateI410Buffer(width, height))
                      : nullptr;
    default:
      return nullptr;
  }
}

webrtc::ColorSpace ColorSpaceOf(const aom_image_t& image) {
  webrtc::ColorSpace color_space;
  color_space.set_primaries_from_uint8(static_cast<uint8_t>(image.cp));
  color_space.set_transfer_from_uint8(static_cast<uint8_t>(image.tc));
  color_space.set_matrix_from_uint8(static_cast<uint8_t>(image.mc));
  color_space.set_range_from_uint8(
      static_cast<uint8_t>(image.range == AOM_CR_FULL_RANGE
                               ? webrtc::ColorSpace::RangeID::kFull
                               : webrtc::ColorSpace::RangeID::kLimited));
  return color_space;
}

aom_image_t ShowPicture(const webrtc::VideoFrameBuffer& buffer) {
  aom_image_t image = {};
  // libaom would allocate pixels where it is given none.
  const auto wrap = [&](aom_img_fmt_t format, const uint8_t* pixels) {
    aom_img_wrap(&image, format, static_cast<unsigned>(buffer.width()),
                 static_cast<unsigned>(buffer.height()), 1,
                 const_cast<uint8_t*>(pixels));
  };
  const auto show = [&image](int which, const uint8_t* pixels, int stride) {
    image.planes[which] = const_cast<uint8_t*>(pixels);
    image.stride[which] = stride;
  };
  if (buffer.type() == webrtc::VideoFrameBuffer::Type::kNV12) {
    const auto& nv12 = *buffer.GetNV12();
    wrap(AOM_IMG_FMT_NV12, nv12.DataY());
    show(AOM_PLANE_Y, nv12.DataY(), nv12.StrideY());
    show(AOM_PLANE_U, nv12.DataUV(), nv12.StrideUV());
    show(AOM_PLANE_V, nullptr, 0);
    return image;
  }
  const auto& i420 = *buffer.GetI420();
  wrap(AOM_IMG_FMT_I420, i420.DataY());
  show(AOM_PLANE_Y, i420.DataY(), i420.StrideY());
  show(AOM_PLANE_U, i420.DataU(), i420.StrideU());
  show(AOM_PLANE_V, i420.DataV(), i420.StrideV());
  return image;
}

}  // namespace nlw
