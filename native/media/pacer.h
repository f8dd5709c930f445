#ifndef NATIVE_MEDIA_PACER_H_
#define NATIVE_MEDIA_PACER_H_

#include <cstdint>
#include <functional>
#include <memory>

#include "api/task_queue/task_queue_factory.h"
#include "rtc_base/synchronization/mutex.h"
#include "rtc_base/thread_annotations.h"

namespace nlw {

// Numbers that follow the monotonic clock: so many a second, from one origin
// on.
struct Beat {
  // Microseconds on the clock of rtc::TimeMicros().
  int64_t origin_us = 0;
  int64_t origin_number = 0;
  double per_second = 1;

  // The last number that is due at `time_us`.
  int64_t NumberAt(int64_t time_us) const;
  int64_t TimeOf(int64_t number) const;
  // Goes on from here at another pace.
  Beat ChangedAt(int64_t time_us, double per_second) const;
};

// Calls once for each number of a beat while it runs, on a queue of the
// engine's pool and without drift; what a stall delayed for long is left out.
class Pacer {
 public:
  // `number`, and when it was due.
  using OnBeat = std::function<void(int64_t number, int64_t due_us)>;

  Pacer(const webrtc::TaskQueueFactory& queues, OnBeat on_beat);
  // Waits for the call that is under way. Not on the queue.
  ~Pacer();

  // Any thread.
  void Start(const Beat& beat);
  // Any thread. One call may still be under way when it returns.
  void Stop();

 private:
  void Tick(int64_t run);
  void PostNext(int64_t run, int64_t due_us);

  const OnBeat on_beat_;
  webrtc::Mutex mutex_;
  // Counts starts and stops: the ticks of an earlier run do nothing.
  int64_t run_ RTC_GUARDED_BY(mutex_) = 0;
  bool running_ RTC_GUARDED_BY(mutex_) = false;
  Beat beat_ RTC_GUARDED_BY(mutex_);
  int64_t next_ RTC_GUARDED_BY(mutex_) = 0;
  // Deleted first: its tasks hold this object.
  const std::unique_ptr<webrtc::TaskQueueBase, webrtc::TaskQueueDeleter> queue_;
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_PACER_H_
