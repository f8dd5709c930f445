#include "native/media/audio_schedule.h"

#include <algorithm>
#include <utility>

namespace nlw {
namespace {

constexpr int64_t kBlockUs = 10'000;
// A program that keeps one block ahead, by a clock and timers of milliseconds.
constexpr int64_t kMaxEarlyUs = kBlockUs + 2'000;
constexpr int64_t kLateUs = 50'000;
constexpr int64_t kMaxStallUs = 500'000;
constexpr int64_t kPatienceUs = 200'000;

}  // namespace

void AudioSchedule::Resume(int64_t now_us) {
  due_us_ = std::max(due_us_, now_us);
  missing_since_us_.reset();
}

AudioSchedule::Step AudioSchedule::Next(int64_t now_us, bool ready) {
  int64_t from_us = due_us_ - kMaxEarlyUs;
  if (!ready) {
    if (!missing_since_us_) {
      missing_since_us_ = due_us_;
    }
    from_us = std::max(due_us_, *missing_since_us_ + kPatienceUs);
  }
  if (now_us < from_us) {
    return {Action::kWait, from_us};
  }
  const bool slips = now_us - due_us_ > kMaxStallUs;
  due_us_ = (slips ? now_us : due_us_) + kBlockUs;
  if (!ready) {
    return {Action::kSilence};
  }
  if (const auto since_us = std::exchange(missing_since_us_, std::nullopt);
      since_us && now_us - *since_us > kLateUs) {
    gap_us_ = now_us - *since_us;
  }
  return {Action::kPlay};
}

std::optional<int64_t> AudioSchedule::TakeGap() {
  return std::exchange(gap_us_, std::nullopt);
}

}  // namespace nlw
