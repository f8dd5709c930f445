#ifndef NATIVE_MEDIA_VIDEO_SOURCE_H_
#define NATIVE_MEDIA_VIDEO_SOURCE_H_

#include "api/media_stream_interface.h"
#include "api/notifier.h"
#include "native/media/test_options.h"
#include "native/media/video_fan_out.h"
#include "rtc_base/synchronization/mutex.h"
#include "rtc_base/thread.h"
#include "rtc_base/thread_annotations.h"

namespace nlw {

// What one video track of ours is over. Works only while it has sinks: a
// reader, or senders. Libwebrtc's interfaces on libwebrtc's threads: sinks come
// and go on the worker thread, the rest is the signaling thread's.
class VideoSource : public webrtc::Notifier<webrtc::VideoTrackSourceInterface> {
 public:
  // Any thread. A source of its own that gives the same.
  virtual rtc::scoped_refptr<VideoSource> Clone() const = 0;
  // Any thread. Only a test source can be configured.
  virtual void Configure(const TestVideoOptions& /*options*/) {}
  // Signaling thread. Gives nothing any more, for good.
  void Stop();

  SourceState state() const override;
  bool is_screencast() const override { return false; }
  absl::optional<bool> needs_denoising() const override {
    return absl::nullopt;
  }
  bool GetStats(Stats* stats) override;
  void AddOrUpdateSink(VideoFanOut::Sink* sink,
                       const rtc::VideoSinkWants& wants) override;
  void RemoveSink(VideoFanOut::Sink* sink) override;

  // Any thread. No sink wants it scaled, turned or black: giving it costs
  // nothing.
  bool PassesUnchanged(const webrtc::VideoFrame& frame) const {
    return fan_out_.PassesUnchanged(frame);
  }

  bool SupportsEncodedOutput() const override { return false; }
  void GenerateKeyFrame() override {}
  void AddEncodedSink(
      rtc::VideoSinkInterface<webrtc::RecordableEncodedFrame>*) override {}
  void RemoveEncodedSink(
      rtc::VideoSinkInterface<webrtc::RecordableEncodedFrame>*) override {}

 protected:
  explicit VideoSource(rtc::Thread* worker) : worker_(worker) {}

  rtc::Thread* worker() const { return worker_; }

  // Any thread, in sequence.
  void Deliver(const webrtc::VideoFrame& frame);

  // Worker thread, in turns: somebody takes frames now, or nobody does.
  virtual void Start() = 0;
  virtual void Halt() = 0;

 private:
  // Worker thread.
  void StartOrHalt();

  rtc::Thread* const worker_;
  VideoFanOut fan_out_;

  // Worker thread.
  bool stopped_ = false;
  bool running_ = false;

  // Signaling thread.
  SourceState state_ = kLive;

  webrtc::Mutex stats_mutex_;
  absl::optional<Stats> stats_ RTC_GUARDED_BY(stats_mutex_);
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_VIDEO_SOURCE_H_
