#ifndef NATIVE_MEDIA_POOLED_I420_H_
#define NATIVE_MEDIA_POOLED_I420_H_

#include <memory>
#include <utility>

#include "api/video/video_frame_buffer.h"
#include "native/media/pixel_planes.h"

namespace nlw {

// I420 in memory of the pool. Any thread.
class PooledI420 : public webrtc::I420BufferInterface {
 public:
  PooledI420(const ConstPlanes& planes, std::shared_ptr<uint8_t> memory)
      : planes_(planes), memory_(std::move(memory)) {}

  int width() const override { return planes_.width; }
  int height() const override { return planes_.height; }
  const uint8_t* DataY() const override { return planes_[0].data; }
  const uint8_t* DataU() const override { return planes_[1].data; }
  const uint8_t* DataV() const override { return planes_[2].data; }
  int StrideY() const override { return planes_[0].stride; }
  int StrideU() const override { return planes_[1].stride; }
  int StrideV() const override { return planes_[2].stride; }

  // Begins with the first plane.
  const std::shared_ptr<uint8_t>& memory() const { return memory_; }

 private:
  const ConstPlanes planes_;
  const std::shared_ptr<uint8_t> memory_;
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_POOLED_I420_H_
