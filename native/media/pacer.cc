#include "native/media/pacer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "api/units/time_delta.h"
#include "rtc_base/time_utils.h"

namespace nlw {
namespace {

// After a longer stall the lost numbers are skipped, not caught up with.
constexpr int64_t kMaxLagUs = 100'000;

}  // namespace

int64_t Beat::NumberAt(int64_t time_us) const {
  const double elapsed = static_cast<double>(time_us - origin_us);
  auto number =
      origin_number + static_cast<int64_t>(elapsed * per_second / 1'000'000);
  // Rounding must not make a number due before its time, or its time past.
  while (TimeOf(number + 1) <= time_us) {
    ++number;
  }
  while (TimeOf(number) > time_us) {
    --number;
  }
  return number;
}

int64_t Beat::TimeOf(int64_t number) const {
  return origin_us + std::llround(static_cast<double>(number - origin_number) *
                                  1'000'000 / per_second);
}

Beat Beat::ChangedAt(int64_t time_us, double new_per_second) const {
  const int64_t number = NumberAt(time_us);
  return {TimeOf(number), number, new_per_second};
}

Pacer::Pacer(const webrtc::TaskQueueFactory& queues, OnBeat on_beat)
    : on_beat_(std::move(on_beat)),
      queue_(queues.CreateTaskQueue("pacer",
                                    webrtc::TaskQueueFactory::Priority::HIGH)) {
}

Pacer::~Pacer() = default;

void Pacer::Start(const Beat& beat) {
  int64_t run;
  int64_t due_us;
  {
    webrtc::MutexLock lock(&mutex_);
    // A change of pace does not give a number twice.
    const int64_t first = beat.NumberAt(rtc::TimeMicros());
    next_ = running_ ? std::max(next_, first) : first + 1;
    beat_ = beat;
    running_ = true;
    run = ++run_;
    due_us = beat_.TimeOf(next_);
  }
  PostNext(run, due_us);
}

void Pacer::Stop() {
  webrtc::MutexLock lock(&mutex_);
  running_ = false;
  ++run_;
}

void Pacer::Tick(int64_t run) {
  int64_t number;
  int64_t due_us;
  {
    webrtc::MutexLock lock(&mutex_);
    if (run != run_) {
      return;
    }
    const int64_t now_us = rtc::TimeMicros();
    if (now_us - beat_.TimeOf(next_) > kMaxLagUs) {
      next_ = beat_.NumberAt(now_us);
    }
    number = next_++;
    due_us = beat_.TimeOf(number);
  }
  on_beat_(number, due_us);
  int64_t next_due_us;
  {
    webrtc::MutexLock lock(&mutex_);
    if (run != run_) {
      return;
    }
    next_due_us = beat_.TimeOf(next_);
  }
  PostNext(run, next_due_us);
}

void Pacer::PostNext(int64_t run, int64_t due_us) {
  queue_->PostDelayedHighPrecisionTask(
      [this, run] { Tick(run); }, webrtc::TimeDelta::Micros(std::max<int64_t>(
                                      0, due_us - rtc::TimeMicros())));
}

}  // namespace nlw
