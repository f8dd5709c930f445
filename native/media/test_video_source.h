#ifndef NATIVE_MEDIA_TEST_VIDEO_SOURCE_H_
#define NATIVE_MEDIA_TEST_VIDEO_SOURCE_H_

#include "common_video/include/video_frame_buffer_pool.h"
#include "native/engine/engine.h"
#include "native/media/pacer.h"
#include "native/media/video_source.h"

namespace nlw {

// A moving picture with a frame counter (test_pattern.h). The counter follows
// the clock, so clones count the same.
class TestVideoSource : public VideoSource {
 public:
  // Any thread, where the last reference may also be dropped, but before the
  // engine ends.
  TestVideoSource(Engine& engine, const TestVideoOptions& options);

  rtc::scoped_refptr<VideoSource> Clone() const override;
  void Configure(const TestVideoOptions& options) override;
  bool remote() const override { return false; }

 protected:
  TestVideoSource(Engine& engine,
                  const TestVideoOptions& options,
                  const Beat& beat);

 private:
  void Start() override;
  void Halt() override;
  void Draw(int64_t counter, int64_t due_us);

  Engine& engine_;
  mutable webrtc::Mutex mutex_;
  TestVideoOptions options_ RTC_GUARDED_BY(mutex_);
  Beat beat_ RTC_GUARDED_BY(mutex_);
  bool running_ RTC_GUARDED_BY(mutex_) = false;
  // On the pacer's queue.
  webrtc::VideoFrameBufferPool buffers_;
  Pacer pacer_;
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_TEST_VIDEO_SOURCE_H_
