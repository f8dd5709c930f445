#ifndef NATIVE_ENGINE_SHARED_TIMER_H_
#define NATIVE_ENGINE_SHARED_TIMER_H_

#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <vector>

#include "api/task_queue/task_queue_factory.h"
#include "rtc_base/synchronization/mutex.h"
#include "rtc_base/thread_annotations.h"

namespace nlw {

// Wakes many who wait until the same moments: one timer and one task of the
// pool for all of them, which else are most of what a wake-up costs.
class SharedTimer {
 public:
  class Waiter {
   public:
    // On the timer's queue, one after the other: it does not block.
    virtual void OnTime() = 0;

   protected:
    virtual ~Waiter() = default;
  };

  explicit SharedTimer(const webrtc::TaskQueueFactory& queues);
  // When nobody waits any more.
  ~SharedTimer();

  // Any thread. At a time of rtc::TimeMicros(); each call wakes once.
  void WakeAt(int64_t time_us, Waiter* waiter);
  // Any thread, not from OnTime(), which is not under way and does not come any
  // more when it returns.
  void Forget(Waiter* waiter);

 private:
  static constexpr int64_t kNever = std::numeric_limits<int64_t>::max();

  // On the queue. `time_us`: what the timer was set to.
  void Run(int64_t time_us);
  // The next one whose time has come. Without one the timer is set.
  Waiter* TakeDue();
  // Unless it is set to an earlier time.
  void SetTimer(int64_t time_us) RTC_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  // Held while one is woken. Taken before `mutex_`.
  webrtc::Mutex wake_mutex_;

  webrtc::Mutex mutex_;
  std::map<int64_t, std::vector<Waiter*>> waiters_ RTC_GUARDED_BY(mutex_);
  // Those whose time has come, the next one last.
  std::vector<Waiter*> due_ RTC_GUARDED_BY(mutex_);
  // When Run() comes, at the latest.
  int64_t set_to_us_ RTC_GUARDED_BY(mutex_) = kNever;
  // Run() sets the timer when it is through.
  bool running_ RTC_GUARDED_BY(mutex_) = false;

  // Deleted first: its tasks hold this object.
  const std::unique_ptr<webrtc::TaskQueueBase, webrtc::TaskQueueDeleter> queue_;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_SHARED_TIMER_H_
