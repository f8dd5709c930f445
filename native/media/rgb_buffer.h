#ifndef NATIVE_MEDIA_RGB_BUFFER_H_
#define NATIVE_MEDIA_RGB_BUFFER_H_

#include <functional>

#include "api/video/video_frame_buffer.h"
#include "native/media/pixel_planes.h"
#include "rtc_base/synchronization/mutex.h"
#include "rtc_base/thread_annotations.h"

namespace nlw {

// Pixels in RGB, which libwebrtc has no type for. They become I420 (BT.601,
// limited range) when an encoder first asks, and that is kept with them. Any
// thread.
class RgbBuffer : public webrtc::VideoFrameBuffer {
 public:
  // `no_longer_used` is called once, when the pixels may go.
  RgbBuffer(const ConstPlanes& planes, std::function<void()> no_longer_used)
      : planes_(planes), no_longer_used_(std::move(no_longer_used)) {}

  const ConstPlanes& planes() const { return planes_; }

  Type type() const override { return Type::kNative; }
  int width() const override { return planes_.width; }
  int height() const override { return planes_.height; }
  rtc::scoped_refptr<webrtc::I420BufferInterface> ToI420() override;

 protected:
  ~RgbBuffer() override { no_longer_used_(); }

 private:
  const ConstPlanes planes_;
  const std::function<void()> no_longer_used_;
  webrtc::Mutex mutex_;
  rtc::scoped_refptr<webrtc::I420BufferInterface> i420_ RTC_GUARDED_BY(mutex_);
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_RGB_BUFFER_H_
