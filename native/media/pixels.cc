#include "native/media/pixels.h"

#include <functional>
#include <utility>

#include "api/make_ref_counted.h"
#include "common_video/include/video_frame_buffer.h"
#include "native/media/convert_pixels.h"
#include "native/media/nv12_buffer.h"
#include "native/media/pixel_memory.h"
#include "native/media/pooled_i420.h"
#include "native/media/rgb_buffer.h"
#include "rtc_base/ref_counted_object.h"

namespace nlw {
namespace {

using Type = webrtc::VideoFrameBuffer::Type;

constexpr size_t kPlaneAlignment = 64;

// In memory that `no_longer_used` lets go of.
Pixels Wrap(const ConstPlanes& p, std::function<void()> no_longer_used) {
  switch (p.format) {
    case PixelFormat::kI420:
      return webrtc::WrapI420Buffer(p.width, p.height, p[0].data, p[0].stride,
                                    p[1].data, p[1].stride, p[2].data,
                                    p[2].stride, std::move(no_longer_used));
    case PixelFormat::kI420A:
      return webrtc::WrapI420ABuffer(p.width, p.height, p[0].data, p[0].stride,
                                     p[1].data, p[1].stride, p[2].data,
                                     p[2].stride, p[3].data, p[3].stride,
                                     std::move(no_longer_used));
    case PixelFormat::kI422:
      return webrtc::WrapI422Buffer(p.width, p.height, p[0].data, p[0].stride,
                                    p[1].data, p[1].stride, p[2].data,
                                    p[2].stride, std::move(no_longer_used));
    case PixelFormat::kI444:
      return webrtc::WrapI444Buffer(p.width, p.height, p[0].data, p[0].stride,
                                    p[1].data, p[1].stride, p[2].data,
                                    p[2].stride, std::move(no_longer_used));
    case PixelFormat::kNV12:
      return rtc::make_ref_counted<Nv12Buffer>(p, std::move(no_longer_used));
    default:
      return rtc::make_ref_counted<RgbBuffer>(p, std::move(no_longer_used));
  }
}

struct Memory {
  Planes planes;
  std::shared_ptr<uint8_t> owner;
};

Memory NewMemory(PixelFormat format, int width, int height) {
  const auto layout = TightLayout(format, width, height, kPlaneAlignment);
  const size_t size =
      ByteCount(format, width, height) + kPlaneAlignment * layout.size();
  std::shared_ptr<uint8_t> owner = TakePixelMemory(size);
  return {*PlanesIn(owner.get(), size, format, width, height, layout), owner};
}

Pixels Wrap(const Memory& memory) {
  if (memory.planes.format == PixelFormat::kI420) {
    return rtc::make_ref_counted<PooledI420>(Const(memory.planes),
                                             memory.owner);
  }
  return Wrap(Const(memory.planes), [owner = memory.owner] {});
}

ConstPlanes PlanarPlanes(PixelFormat format,
                         const webrtc::PlanarYuv8Buffer& buffer) {
  return {format,
          buffer.width(),
          buffer.height(),
          {{buffer.DataY(), buffer.StrideY()},
           {buffer.DataU(), buffer.StrideU()},
           {buffer.DataV(), buffer.StrideV()}}};
}

bool HasName(const webrtc::VideoFrameBuffer& pixels) {
  switch (pixels.type()) {
    case Type::kI420:
    case Type::kI420A:
    case Type::kI422:
    case Type::kI444:
    case Type::kNV12:
      return true;
    case Type::kNative:
      return dynamic_cast<const RgbBuffer*>(&pixels) != nullptr;
    default:
      return false;
  }
}

}  // namespace

Pixels NewPixels(const ConstPlanes& source) {
  const Memory memory = NewMemory(source.format, source.width, source.height);
  ConvertPixels(source, memory.planes, ColorMatrixOf(absl::nullopt));
  return Wrap(memory);
}

Pixels NamedPixels(Pixels pixels) {
  return HasName(*pixels) ? pixels : Pixels(pixels->ToI420());
}

ConstPlanes PlanesOf(const webrtc::VideoFrameBuffer& pixels) {
  switch (pixels.type()) {
    case Type::kI420A: {
      const auto& buffer = *pixels.GetI420A();
      ConstPlanes planes = PlanarPlanes(PixelFormat::kI420A, buffer);
      planes[3] = {buffer.DataA(), buffer.StrideA()};
      return planes;
    }
    case Type::kI422:
      return PlanarPlanes(PixelFormat::kI422, *pixels.GetI422());
    case Type::kI444:
      return PlanarPlanes(PixelFormat::kI444, *pixels.GetI444());
    case Type::kNV12: {
      const auto& buffer = *pixels.GetNV12();
      return {PixelFormat::kNV12,
              buffer.width(),
              buffer.height(),
              {{buffer.DataY(), buffer.StrideY()},
               {buffer.DataUV(), buffer.StrideUV()}}};
    }
    case Type::kNative:
      return static_cast<const RgbBuffer&>(pixels).planes();
    default:
      return PlanarPlanes(PixelFormat::kI420, *pixels.GetI420());
  }
}

Pixels PartOf(const Pixels& pixels, const PixelRect& rect) {
  if (rect.x == 0 && rect.y == 0 && rect.width == pixels->width() &&
      rect.height == pixels->height()) {
    return pixels;
  }
  return Wrap(PartOf(PlanesOf(*pixels), rect), [pixels] {});
}

rtc::scoped_refptr<webrtc::I420BufferInterface> I420Of(
    const ConstPlanes& planes) {
  const Memory memory =
      NewMemory(PixelFormat::kI420, planes.width, planes.height);
  ConvertPixels(planes, memory.planes, ColorMatrixOf(absl::nullopt));
  return Wrap(memory)->ToI420();
}

rtc::scoped_refptr<webrtc::I420BufferInterface> RgbBuffer::ToI420() {
  webrtc::MutexLock lock(&mutex_);
  if (!i420_) {
    i420_ = I420Of(planes_);
  }
  return i420_;
}

rtc::scoped_refptr<webrtc::I420BufferInterface> Nv12Buffer::ToI420() {
  return I420Of(planes_);
}

std::shared_ptr<uint8_t> OwnI420Memory(const webrtc::VideoFrameBuffer& pixels) {
  const auto* const pooled =
      dynamic_cast<const rtc::RefCountedObject<PooledI420>*>(&pixels);
  if (pooled == nullptr || !pooled->HasOneRef()) {
    return nullptr;
  }
  const ConstPlanes planes = PlanesOf(*pooled);
  const auto layout = TightLayout(planes.format, planes.width, planes.height);
  for (int i = 0; i < PlaneCount(planes.format); ++i) {
    if (planes[i].data !=
        pooled->memory().get() + static_cast<size_t>(layout[i].offset)) {
      return nullptr;
    }
  }
  return pooled->memory();
}

absl::optional<webrtc::ColorSpace> EncodedColorSpace(
    const webrtc::VideoFrameBuffer& pixels,
    const absl::optional<webrtc::ColorSpace>& written) {
  using Space = webrtc::ColorSpace;
  if (!written || pixels.type() != Type::kNative) {
    return written;
  }
  return Space(written->primaries(), written->transfer(),
               Space::MatrixID::kSMPTE170M, Space::RangeID::kLimited);
}

absl::optional<webrtc::ColorSpace> WrittenColorSpace(
    const webrtc::VideoFrameBuffer& pixels,
    const absl::optional<webrtc::ColorSpace>& encoded) {
  using Space = webrtc::ColorSpace;
  if (!encoded || pixels.type() != Type::kNative) {
    return encoded;
  }
  return Space(encoded->primaries(), encoded->transfer(), Space::MatrixID::kRGB,
               Space::RangeID::kFull);
}

}  // namespace nlw
