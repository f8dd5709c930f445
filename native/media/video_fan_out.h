#ifndef NATIVE_MEDIA_VIDEO_FAN_OUT_H_
#define NATIVE_MEDIA_VIDEO_FAN_OUT_H_

#include <list>

#include "api/video/video_frame.h"
#include "api/video/video_sink_interface.h"
#include "api/video/video_source_interface.h"
#include "media/base/video_adapter.h"
#include "rtc_base/synchronization/mutex.h"
#include "rtc_base/thread_annotations.h"

namespace nlw {

// Gives frames to sinks, to each as it wants them: no larger and no more often
// than its encoder bears, black, upright. Other than libwebrtc's own sources,
// which adapt to all sinks together, so that a slow connection does not spoil
// a fast one that sends the same track. Any thread; once a sink is removed
// nothing calls it any more.
class VideoFanOut {
 public:
  using Sink = rtc::VideoSinkInterface<webrtc::VideoFrame>;

  void AddOrUpdate(Sink* sink, const rtc::VideoSinkWants& wants);
  void Remove(Sink* sink);
  bool empty() const;
  // No sink wants it scaled, turned or black.
  bool PassesUnchanged(const webrtc::VideoFrame& frame) const;

  void OnFrame(const webrtc::VideoFrame& frame);

 private:
  struct Outlet {
    explicit Outlet(Sink* sink) : sink(sink) {}

    Sink* const sink;
    rtc::VideoSinkWants wants;
    cricket::VideoAdapter adapter;
  };

  mutable webrtc::Mutex mutex_;
  std::list<Outlet> outlets_ RTC_GUARDED_BY(mutex_);
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_VIDEO_FAN_OUT_H_
