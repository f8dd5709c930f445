#include "native/media/audio_input.h"

#include <algorithm>
#include <utility>

#include "api/units/time_delta.h"
#include "native/media/written_audio_source.h"
#include "rtc_base/time_utils.h"

namespace nlw {
namespace {

constexpr double kMaxBuffered = 10;

// libwebrtc has whole blocks of 10 ms at these rates.
int PlayedRate(int rate) {
  for (int played : {8000, 16000, 32000, 44100, 48000}) {
    if (rate == played) {
      return played;
    }
  }
  return 48000;
}

double Seconds(size_t frames, int rate) {
  return static_cast<double>(frames) / rate;
}

}  // namespace

AudioInput::AudioInput(Engine& engine,
                       double high_water_mark,
                       Observer observer)
    : engine_(engine),
      high_water_mark_(high_water_mark),
      observer_(std::move(observer)),
      queue_(engine.task_queues().CreateTaskQueue(
          "audio-input",
          webrtc::TaskQueueFactory::Priority::HIGH)) {}

AudioInput::~AudioInput() = default;

bool AudioInput::Write(int request,
                       std::vector<int16_t> samples,
                       const AudioForm& form,
                       int64_t timestamp_us) {
  std::deque<int> settled;
  {
    webrtc::MutexLock lock(&mutex_);
    Chunk chunk{std::move(samples), form, timestamp_us, last_chunk_ + 1};
    const double duration = Seconds(chunk.frame_count(), form.sample_rate);
    if (BufferedLocked() + duration > kMaxBuffered) {
      return false;
    }
    if (request != 0) {
      requests_.push_back(request);
    }
    if (duration > 0) {
      waiting_ += duration;
      chunks_.push_back(std::move(chunk));
      written_ = true;
      ++last_chunk_;
      if (last_released_ + 1 < last_chunk_ || engine_.track_calls().any()) {
        engine_.signaling()->PostTask(
            [weak = weak_from_this(), number = last_chunk_] {
              if (const auto self = weak.lock()) {
                self->Release(number);
              }
            });
      } else {
        last_released_ = last_chunk_;
        WakeIfDue();
      }
    }
    settled = TakeSettled();
  }
  Settle(settled);
  return true;
}

void AudioInput::Clear() {
  std::deque<int> settled;
  {
    webrtc::MutexLock lock(&mutex_);
    chunks_.clear();
    waiting_ = 0;
    blocks_.Clear();
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
  webrtc::MutexLock sources_lock(&sources_mutex_);
  sources_.push_back(source);
  webrtc::MutexLock lock(&mutex_);
  taken_ = true;
  WakeIfDue();
}

void AudioInput::Remove(WrittenAudioSource* source) {
  webrtc::MutexLock sources_lock(&sources_mutex_);
  std::erase(sources_, source);
  webrtc::MutexLock lock(&mutex_);
  taken_ = !sources_.empty();
}

void AudioInput::Release(int64_t number) {
  webrtc::MutexLock lock(&mutex_);
  last_released_ = number;
  WakeIfDue();
}

void AudioInput::Tick(int64_t run) {
  while (Step(run)) {
  }
}

bool AudioInput::Step(int64_t run) {
  std::optional<BlockMaker::Block> block;
  std::optional<int64_t> gap_us;
  std::deque<int> settled;
  {
    webrtc::MutexLock lock(&mutex_);
    if (run != run_) {
      return false;
    }
    if (!next_) {
      next_ = TakeBlock();
    }
    if (!next_ && !taken_) {
      blocks_.Clear();
      wakes_at_us_ = kNever;
      return false;
    }
    const AudioSchedule::Step step =
        schedule_.Next(rtc::TimeMicros(), next_.has_value());
    if (step.action == AudioSchedule::Action::kWait) {
      Wake(step.until_us);
      return false;
    }
    if (step.action == AudioSchedule::Action::kSilence) {
      // What is left of a block is not lost.
      blocks_.Finish();
      next_ = blocks_.Take();
    }
    block = next_ ? std::exchange(next_, std::nullopt) : Silence();
    last_ = {{}, block->form, block->frame_count, block->timestamp_us};
    gap_us = schedule_.TakeGap();
    settled = TakeSettled();
  }
  Deliver(*block);
  Settle(settled);
  if (gap_us) {
    observer_.on_underrun(static_cast<double>(*gap_us) / 1'000'000);
  }
  return true;
}

std::optional<BlockMaker::Block> AudioInput::TakeBlock() {
  std::optional<BlockMaker::Block> block = blocks_.Take();
  while (!block && !chunks_.empty() &&
         chunks_.front().number <= last_released_) {
    Chunk& chunk = chunks_.front();
    const auto& [rate, channels] = chunk.form;
    // Not more than it needs: a chunk may be long.
    const size_t frames = std::min<size_t>(chunk.frame_count() - chunk.taken,
                                           static_cast<size_t>(rate / 100));
    const auto passed_us =
        static_cast<int64_t>(Seconds(chunk.taken, rate) * 1'000'000 + 0.5);
    blocks_.Push({chunk.samples.data() + chunk.taken * channels, rate, channels,
                  frames, chunk.timestamp_us + passed_us},
                 {PlayedRate(rate), channels});
    chunk.taken += frames;
    waiting_ -= Seconds(frames, rate);
    if (chunk.taken == chunk.frame_count()) {
      chunks_.pop_front();
    }
    block = blocks_.Take();
  }
  if (chunks_.empty()) {
    waiting_ = 0;
  }
  return block;
}

BlockMaker::Block AudioInput::Silence() {
  BlockMaker::Block block = last_;
  block.samples.assign(block.frame_count * block.form.channel_count, 0);
  block.timestamp_us += 10'000;
  return block;
}

void AudioInput::Wake(int64_t at_us) {
  wakes_at_us_ = at_us;
  queue_->PostDelayedHighPrecisionTask(
      [this, run = ++run_] { Tick(run); },
      webrtc::TimeDelta::Micros(
          std::max<int64_t>(0, at_us - rtc::TimeMicros())));
}

void AudioInput::WakeIfDue() {
  if (!written_) {
    return;
  }
  const int64_t now_us = rtc::TimeMicros();
  if (wakes_at_us_ == kNever) {
    schedule_.Resume(now_us);
  }
  const int64_t at_us = std::max(schedule_.due_us(), now_us);
  if (wakes_at_us_ > at_us) {
    Wake(at_us);
  }
}

double AudioInput::BufferedLocked() const {
  return waiting_ + blocks_.buffered() +
         (next_ ? Seconds(next_->frame_count, next_->form.sample_rate) : 0);
}

std::deque<int> AudioInput::TakeSettled() {
  return BufferedLocked() < high_water_mark_ ? std::exchange(requests_, {})
                                             : std::deque<int>();
}

void AudioInput::Settle(const std::deque<int>& requests) {
  for (int request : requests) {
    observer_.on_settled(request);
  }
}

void AudioInput::Deliver(const BlockMaker::Block& block) {
  webrtc::MutexLock lock(&sources_mutex_);
  const AudioBlock view = block.view();
  for (WrittenAudioSource* const source : sources_) {
    source->OnBlock(view);
  }
}

}  // namespace nlw
