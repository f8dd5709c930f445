#include "native/engine/shared_timer.h"

#include <algorithm>

#include "api/units/time_delta.h"
#include "rtc_base/time_utils.h"

namespace nlw {

SharedTimer::SharedTimer(const webrtc::TaskQueueFactory& queues)
    : queue_(queues.CreateTaskQueue("shared-timer",
                                    webrtc::TaskQueueFactory::Priority::HIGH)) {
}

SharedTimer::~SharedTimer() = default;

void SharedTimer::WakeAt(int64_t time_us, Waiter* waiter) {
  webrtc::MutexLock lock(&mutex_);
  waiters_[time_us].push_back(waiter);
  if (!running_) {
    SetTimer(time_us);
  }
}

void SharedTimer::Forget(Waiter* waiter) {
  {
    webrtc::MutexLock lock(&mutex_);
    std::erase(due_, waiter);
    for (auto& [time_us, waiters] : waiters_) {
      std::erase(waiters, waiter);
    }
  }
  // Waits for the call that is under way.
  webrtc::MutexLock lock(&wake_mutex_);
}

void SharedTimer::Run(int64_t time_us) {
  {
    webrtc::MutexLock lock(&mutex_);
    running_ = true;
    // Else an earlier time was set later, and has set the next one.
    if (set_to_us_ == time_us) {
      set_to_us_ = kNever;
    }
  }
  for (bool more = true; more;) {
    webrtc::MutexLock lock(&wake_mutex_);
    Waiter* const waiter = TakeDue();
    more = waiter != nullptr;
    if (more) {
      waiter->OnTime();
    }
  }
}

SharedTimer::Waiter* SharedTimer::TakeDue() {
  webrtc::MutexLock lock(&mutex_);
  if (due_.empty() && !waiters_.empty() &&
      waiters_.begin()->first <= rtc::TimeMicros()) {
    due_ = std::move(waiters_.begin()->second);
    std::ranges::reverse(due_);
    waiters_.erase(waiters_.begin());
  }
  if (!due_.empty()) {
    Waiter* const waiter = due_.back();
    due_.pop_back();
    return waiter;
  }
  running_ = false;
  if (!waiters_.empty()) {
    SetTimer(waiters_.begin()->first);
  }
  return nullptr;
}

void SharedTimer::SetTimer(int64_t time_us) {
  if (set_to_us_ <= time_us) {
    return;
  }
  set_to_us_ = time_us;
  queue_->PostDelayedHighPrecisionTask(
      [this, time_us] { Run(time_us); },
      webrtc::TimeDelta::Micros(
          std::max<int64_t>(0, time_us - rtc::TimeMicros())));
}

}  // namespace nlw
