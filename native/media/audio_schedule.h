#ifndef NATIVE_MEDIA_AUDIO_SCHEDULE_H_
#define NATIVE_MEDIA_AUDIO_SCHEDULE_H_

#include <cstdint>
#include <optional>

namespace nlw {

// When the blocks of 10 ms leave that a program writes, whatever its own
// timers do. A block is due 10 ms after the one before it. One that comes more
// than 12 ms early waits; one that comes late goes at once, and the next ones
// make up for it. When the clock has waited for 200 ms it gives silence for all
// that is missing, as a microphone would: a receiver's jitter buffer takes a
// gap for a delay. So the clock stays that of the wall, by which, and by RTP
// timestamps, receivers know which sound belongs to which picture; it slips
// only after this machine stood still for more than 500 ms. Times are
// microseconds of one clock. One thread.
class AudioSchedule {
 public:
  enum class Action { kPlay, kSilence, kWait };

  struct Step {
    Action action;
    // To wait for, if no samples come before.
    int64_t until_us = 0;
  };

  // Somebody takes blocks from now on, or there are some.
  void Resume(int64_t now_us);
  // `ready`: there is a block. What is to be played or silent counts as done.
  Step Next(int64_t now_us, bool ready);
  // How late the last block was for want of samples, where that was more than
  // 50 ms.
  std::optional<int64_t> TakeGap();

 private:
  int64_t due_us_ = 0;
  // When the block is or was due that has not come yet.
  std::optional<int64_t> missing_since_us_;
  std::optional<int64_t> gap_us_;
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_AUDIO_SCHEDULE_H_
