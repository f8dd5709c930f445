#include "native/media/test_video_source.h"

#include "api/make_ref_counted.h"
#include "native/media/test_pattern.h"
#include "rtc_base/time_utils.h"

namespace nlw {

TestVideoSource::TestVideoSource(Engine& engine,
                                 const TestVideoOptions& options)
    : TestVideoSource(engine,
                      options,
                      Beat{rtc::TimeMicros(), 0, options.frame_rate}) {}

TestVideoSource::TestVideoSource(Engine& engine,
                                 const TestVideoOptions& options,
                                 const Beat& beat)
    : VideoSource(engine.worker()),
      engine_(engine),
      options_(options),
      beat_(beat),
      pacer_(engine.task_queues(), [this](int64_t counter, int64_t due_us) {
        Draw(counter, due_us);
      }) {}

rtc::scoped_refptr<VideoSource> TestVideoSource::Clone() const {
  webrtc::MutexLock lock(&mutex_);
  return rtc::make_ref_counted<TestVideoSource>(engine_, options_, beat_);
}

void TestVideoSource::Configure(const TestVideoOptions& options) {
  webrtc::MutexLock lock(&mutex_);
  options_ = options;
  beat_ = beat_.ChangedAt(rtc::TimeMicros(), options.frame_rate);
  if (running_) {
    pacer_.Start(beat_);
  }
}

void TestVideoSource::Start() {
  webrtc::MutexLock lock(&mutex_);
  running_ = true;
  pacer_.Start(beat_);
}

void TestVideoSource::Halt() {
  webrtc::MutexLock lock(&mutex_);
  running_ = false;
  pacer_.Stop();
}

void TestVideoSource::Draw(int64_t counter, int64_t due_us) {
  TestVideoOptions options;
  {
    webrtc::MutexLock lock(&mutex_);
    options = options_;
  }
  const auto buffer = buffers_.CreateI420Buffer(options.width, options.height);
  DrawTestPattern(static_cast<uint32_t>(counter), *buffer);
  Deliver(webrtc::VideoFrame::Builder()
              .set_video_frame_buffer(buffer)
              .set_timestamp_us(due_us)
              .build());
}

}  // namespace nlw
