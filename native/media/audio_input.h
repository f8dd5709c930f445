#ifndef NATIVE_MEDIA_AUDIO_INPUT_H_
#define NATIVE_MEDIA_AUDIO_INPUT_H_

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

#include "native/engine/engine.h"
#include "native/engine/shared_timer.h"
#include "native/media/audio_queue.h"
#include "native/media/audio_schedule.h"
#include "rtc_base/synchronization/mutex.h"
#include "rtc_base/thread_annotations.h"

namespace nlw {

class WrittenAudioSource;

// What the program gives samples to, of any length and rate. They leave in
// blocks of 10 ms as an AudioSchedule has it: when they are written, where they
// are due, which costs no wake-up; else when the engine's timer says so. The
// sources of all tracks get them; where there is none, they are dropped at the
// same pace. Before anything was written nothing leaves.
class AudioInput : public std::enable_shared_from_this<AudioInput>,
                   private SharedTimer::Waiter {
 public:
  struct Observer {
    // The one who waited with this number need not any more. Any thread.
    std::function<void(int request)> on_settled;
    // There were no samples for so many seconds. Any thread.
    std::function<void(double seconds)> on_underrun;
  };

  // `high_water_mark`: seconds.
  AudioInput(Engine& engine, double high_water_mark, Observer observer);
  // Before the engine ends.
  ~AudioInput() override;

  // JavaScript thread. Of any length, at most two channels; `request` 0: nobody
  // waits. False when they do not fit.
  bool Write(int request, const AudioBlock& samples);
  void Clear();
  // Seconds.
  double Buffered();

  // Signaling thread: sources that somebody takes blocks from. Nothing calls
  // one any more once it is removed.
  void Add(WrittenAudioSource* source);
  void Remove(WrittenAudioSource* source);

 private:
  // Samples up to this number may leave: what JavaScript asked of tracks before
  // they were written is done. Signaling thread.
  void Release(int64_t number);
  // What is written may leave at once: nothing else is to be done before.
  bool IsFree() const RTC_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  // True when the samples are a block that is due, with nothing before it: then
  // it is the caller who steps, and this block is the first.
  bool StartWith(const AudioBlock& samples)
      RTC_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void Push(const AudioBlock& samples) RTC_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  // The clock runs, and the caller steps.
  void Start() RTC_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  // Any thread: plays what is due, and sees to it that the timer plays the
  // rest. Sinks do not block.
  void Run();
  void OnTime() override;
  // False when nothing more is due.
  bool Step();
  void Wake(int64_t at_us) RTC_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  double BufferedLocked() const RTC_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void Play(const AudioBlock& block,
            const std::vector<int>& settled,
            std::optional<int64_t> gap_us);
  // Those who wait, when there is room.
  std::vector<int> TakeSettled() RTC_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void Settle(const std::vector<int>& requests);

  static constexpr int64_t kNever = std::numeric_limits<int64_t>::max();

  Engine& engine_;
  const double high_water_mark_;
  const Observer observer_;

  webrtc::Mutex mutex_;
  AudioQueue samples_ RTC_GUARDED_BY(mutex_);
  // The next block, which waits to be due.
  std::optional<BlockMaker::Block> next_ RTC_GUARDED_BY(mutex_);
  AudioSchedule schedule_ RTC_GUARDED_BY(mutex_);
  std::vector<int> requests_ RTC_GUARDED_BY(mutex_);
  bool written_ RTC_GUARDED_BY(mutex_) = false;
  bool taken_ RTC_GUARDED_BY(mutex_) = false;
  // The clock runs: there is something to play, or somebody takes it.
  bool running_ RTC_GUARDED_BY(mutex_) = false;
  // A thread is in Run().
  bool stepping_ RTC_GUARDED_BY(mutex_) = false;
  // When the timer plays next; others may come too, and find nothing to do.
  int64_t wakes_at_us_ RTC_GUARDED_BY(mutex_) = kNever;

  // Held while blocks are delivered. Taken before `mutex_`, where both are.
  webrtc::Mutex sources_mutex_;
  std::vector<WrittenAudioSource*> sources_ RTC_GUARDED_BY(sources_mutex_);
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_AUDIO_INPUT_H_
