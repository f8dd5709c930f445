#ifndef NATIVE_MEDIA_VIDEO_INPUT_H_
#define NATIVE_MEDIA_VIDEO_INPUT_H_

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

#include "absl/types/optional.h"
#include "api/task_queue/task_queue_factory.h"
#include "api/video/video_frame.h"
#include "native/engine/engine.h"
#include "native/media/pixels.h"
#include "native/media/ring.h"
#include "rtc_base/synchronization/mutex.h"
#include "rtc_base/thread_annotations.h"
#include "rtc_base/timestamp_aligner.h"

namespace nlw {

class WrittenVideoSource;

// What the program gives frames to. The sources of its tracks get all of them,
// at once where that is cheap; behind the calls of tracks that are under way;
// and where some sink wants them scaled, on a queue of the engine's pool. In
// order, and 30 frames behind at most.
class VideoInput : public std::enable_shared_from_this<VideoInput> {
 public:
  struct Options {
    bool is_screencast = false;
    absl::optional<bool> needs_denoising;
  };

  VideoInput(Engine& engine, const Options& options);
  // Not on the queue, and before the engine ends.
  ~VideoInput();

  const Options& options() const { return options_; }

  // JavaScript thread. `timestamp_us`: of any clock.
  void Write(const Pixels& pixels,
             int64_t timestamp_us,
             webrtc::VideoRotation rotation,
             const absl::optional<webrtc::ColorSpace>& color_space);
  // Worker thread: sources that somebody takes frames from. Nothing calls one
  // any more once it is removed.
  void Add(WrittenVideoSource* source);
  void Remove(WrittenVideoSource* source);

 private:
  // Signaling thread: the calls that a frame waited for are done.
  void DeliverHeld();
  // JavaScript thread, or the signaling thread: the queue gives one more.
  void PostDelivery();
  // JavaScript thread, signaling thread or queue: one at a time.
  void Deliver(const webrtc::VideoFrame& frame);
  bool DeliversAtOnce(const webrtc::VideoFrame& frame);

  Engine& engine_;
  const Options options_;
  // JavaScript thread.
  rtc::TimestampAligner aligner_;
  Ring<webrtc::VideoFrame> waiting_;
  // Frames that wait for calls of tracks, and those that the queue has not
  // delivered yet.
  std::atomic<int> held_ = 0;
  std::atomic<int> queued_ = 0;
  webrtc::Mutex mutex_;
  std::vector<WrittenVideoSource*> sources_ RTC_GUARDED_BY(mutex_);
  // Deleted first: its tasks hold this object.
  const std::unique_ptr<webrtc::TaskQueueBase, webrtc::TaskQueueDeleter> queue_;
};

// Microseconds: as it was written, else on the monotonic clock.
int64_t TimestampOf(const webrtc::VideoFrame& frame);

}  // namespace nlw

#endif  // NATIVE_MEDIA_VIDEO_INPUT_H_
