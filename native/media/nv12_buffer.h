#ifndef NATIVE_MEDIA_NV12_BUFFER_H_
#define NATIVE_MEDIA_NV12_BUFFER_H_

#include <functional>
#include <utility>

#include "api/video/video_frame_buffer.h"
#include "native/media/pixel_planes.h"

namespace nlw {

// NV12 in memory of somebody else: libwebrtc has such a wrapper for every YUV
// format but this. Any thread.
class Nv12Buffer : public webrtc::NV12BufferInterface {
 public:
  // `no_longer_used` is called once, when the pixels may go.
  Nv12Buffer(const ConstPlanes& planes, std::function<void()> no_longer_used)
      : planes_(planes), no_longer_used_(std::move(no_longer_used)) {}

  int width() const override { return planes_.width; }
  int height() const override { return planes_.height; }
  const uint8_t* DataY() const override { return planes_[0].data; }
  const uint8_t* DataUV() const override { return planes_[1].data; }
  int StrideY() const override { return planes_[0].stride; }
  int StrideUV() const override { return planes_[1].stride; }
  rtc::scoped_refptr<webrtc::I420BufferInterface> ToI420() override;

 protected:
  ~Nv12Buffer() override { no_longer_used_(); }

 private:
  const ConstPlanes planes_;
  const std::function<void()> no_longer_used_;
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_NV12_BUFFER_H_
