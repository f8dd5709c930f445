#include "native/media/audio_input.h"

#include <algorithm>
#include <utility>

#include "native/media/written_audio_source.h"
#include "rtc_base/time_utils.h"

namespace nlw {
namespace {

constexpr double kMaxBuffered = 10;

// Many sources that wait do so until the same time: one wake-up for all of
// them. A block that may leave 12 ms early leaves 10 ms early then,
// or a little before.
constexpr int64_t kBlockGridUs = 2'000;
// Whether to go on without samples.
constexpr int64_t kLookGridUs = 20'000;

int64_t OnGrid(int64_t at_us, int64_t grid_us) {
  return (at_us + grid_us - 1) / grid_us * grid_us;
}

}  // namespace

AudioInput::AudioInput(Engine& engine,
                       double high_water_mark,
                       Observer observer)
    : engine_(engine),
      high_water_mark_(high_water_mark),
      observer_(std::move(observer)) {}

AudioInput::~AudioInput() {
  engine_.timer().Forget(this);
}

bool AudioInput::Write(int request, const AudioBlock& samples) {
  std::vector<int> settled;
  std::optional<int64_t> gap_us;
  bool passes;
  {
    webrtc::MutexLock lock(&mutex_);
    const double duration =
        static_cast<double>(samples.frame_count) / samples.sample_rate;
    if (BufferedLocked() + duration > kMaxBuffered) {
      return false;
    }
    if (request != 0) {
      requests_.push_back(request);
    }
    written_ = true;
    passes = StartWith(samples);
    if (passes) {
      gap_us = schedule_.TakeGap();
    } else {
      Push(samples);
    }
    settled = TakeSettled();
  }
  if (!passes) {
    Settle(settled);
    Run();
    return true;
  }
  Play(samples, settled, gap_us);
  while (Step()) {
  }
  return true;
}

void AudioInput::Clear() {
  std::vector<int> settled;
  {
    webrtc::MutexLock lock(&mutex_);
    samples_.Clear();
    next_.reset();
    settled.swap(requests_);
  }
  Settle(settled);
}

double AudioInput::Buffered() {
  webrtc::MutexLock lock(&mutex_);
  return BufferedLocked();
}

void AudioInput::Add(WrittenAudioSource* source) {
  {
    webrtc::MutexLock sources_lock(&sources_mutex_);
    sources_.push_back(source);
    webrtc::MutexLock lock(&mutex_);
    taken_ = true;
  }
  Run();
}

void AudioInput::Remove(WrittenAudioSource* source) {
  webrtc::MutexLock sources_lock(&sources_mutex_);
  std::erase(sources_, source);
  webrtc::MutexLock lock(&mutex_);
  taken_ = !sources_.empty();
}

void AudioInput::Release(int64_t number) {
  {
    webrtc::MutexLock lock(&mutex_);
    samples_.Release(number);
  }
  Run();
}

bool AudioInput::IsFree() const {
  return samples_.is_released() && !engine_.track_calls().any();
}

bool AudioInput::StartWith(const AudioBlock& samples) {
  if (stepping_ || !taken_ || next_ || !samples_.MayPass(samples) ||
      !IsFree()) {
    return false;
  }
  Start();
  if (schedule_.Next(rtc::TimeMicros(), /*ready=*/true).action !=
      AudioSchedule::Action::kPlay) {
    stepping_ = false;
    return false;
  }
  samples_.Pass(samples);
  return true;
}

void AudioInput::Push(const AudioBlock& samples) {
  const bool is_free = IsFree();
  const int64_t number = samples_.Push(samples);
  if (is_free) {
    samples_.Release(number);
    return;
  }
  engine_.signaling()->PostTask([weak = weak_from_this(), number] {
    if (const auto self = weak.lock()) {
      self->Release(number);
    }
  });
}

void AudioInput::Start() {
  stepping_ = true;
  if (!running_) {
    running_ = true;
    schedule_.Resume(rtc::TimeMicros());
  }
}

void AudioInput::Run() {
  {
    webrtc::MutexLock lock(&mutex_);
    if (stepping_ || !written_) {
      return;
    }
    Start();
  }
  while (Step()) {
  }
}

bool AudioInput::Step() {
  std::optional<BlockMaker::Block> block;
  std::optional<int64_t> gap_us;
  std::vector<int> settled;
  {
    webrtc::MutexLock lock(&mutex_);
    if (!next_) {
      next_ = samples_.Take();
    }
    if (!next_ && !taken_) {
      samples_.TakeRest();
      stepping_ = running_ = false;
      return false;
    }
    const AudioSchedule::Step step =
        schedule_.Next(rtc::TimeMicros(), next_.has_value());
    if (step.action == AudioSchedule::Action::kWait) {
      Wake(OnGrid(step.until_us, next_ ? kBlockGridUs : kLookGridUs));
      stepping_ = false;
      return false;
    }
    if (step.action == AudioSchedule::Action::kSilence) {
      // What is left of a block is not lost.
      next_ = samples_.TakeRest();
    }
    block = next_ ? std::exchange(next_, std::nullopt) : samples_.Silence();
    gap_us = schedule_.TakeGap();
    settled = TakeSettled();
  }
  Play(block->view(), settled, gap_us);
  return true;
}

void AudioInput::Play(const AudioBlock& block,
                      const std::vector<int>& settled,
                      std::optional<int64_t> gap_us) {
  {
    webrtc::MutexLock lock(&sources_mutex_);
    for (WrittenAudioSource* const source : sources_) {
      source->OnBlock(block);
    }
  }
  Settle(settled);
  if (gap_us) {
    observer_.on_underrun(static_cast<double>(*gap_us) / 1'000'000);
  }
}

void AudioInput::Wake(int64_t at_us) {
  if (wakes_at_us_ > at_us) {
    wakes_at_us_ = at_us;
    engine_.timer().WakeAt(at_us, this);
  }
}

void AudioInput::OnTime() {
  {
    webrtc::MutexLock lock(&mutex_);
    if (wakes_at_us_ <= rtc::TimeMicros()) {
      wakes_at_us_ = kNever;
    }
  }
  Run();
}

double AudioInput::BufferedLocked() const {
  return samples_.buffered() + (next_ ? 0.01 : 0);
}

std::vector<int> AudioInput::TakeSettled() {
  return BufferedLocked() < high_water_mark_ ? std::exchange(requests_, {})
                                             : std::vector<int>();
}

void AudioInput::Settle(const std::vector<int>& requests) {
  for (int request : requests) {
    observer_.on_settled(request);
  }
}

}  // namespace nlw
