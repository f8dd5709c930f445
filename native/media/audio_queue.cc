#include "native/media/audio_queue.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace nlw {
namespace {

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

bool IsBlock(const AudioForm& form, size_t frames) {
  return PlayedRate(form.sample_rate) == form.sample_rate &&
         frames == static_cast<size_t>(form.sample_rate / 100);
}

AudioForm FormOf(const AudioBlock& samples) {
  return {samples.sample_rate, samples.channel_count};
}

}  // namespace

int64_t AudioQueue::Push(const AudioBlock& samples) {
  waiting_ += Seconds(samples.frame_count, samples.sample_rate);
  chunks_.push_back(
      {{samples.samples,
        samples.samples + samples.frame_count * samples.channel_count},
       FormOf(samples),
       samples.timestamp_us,
       ++pushed_});
  return pushed_;
}

bool AudioQueue::MayPass(const AudioBlock& samples) const {
  return chunks_.empty() && blocks_.empty() &&
         IsBlock(FormOf(samples), samples.frame_count);
}

void AudioQueue::Pass(const AudioBlock& samples) {
  form_ = FormOf(samples);
  timestamp_us_ = samples.timestamp_us;
}

std::optional<BlockMaker::Block> AudioQueue::Take() {
  std::optional<BlockMaker::Block> block = TakeNext();
  if (chunks_.empty()) {
    waiting_ = 0;
  }
  if (block) {
    form_ = block->form;
    timestamp_us_ = block->timestamp_us;
  }
  return block;
}

std::optional<BlockMaker::Block> AudioQueue::TakeRest() {
  blocks_.Finish();
  return blocks_.Take();
}

BlockMaker::Block AudioQueue::Silence() {
  const auto frames = static_cast<size_t>(form_.sample_rate / 100);
  timestamp_us_ += 10'000;
  return {std::vector<int16_t>(frames * form_.channel_count), form_, frames,
          timestamp_us_};
}

void AudioQueue::Clear() {
  chunks_.clear();
  waiting_ = 0;
  blocks_.Clear();
}

std::optional<BlockMaker::Block> AudioQueue::TakeNext() {
  std::optional<BlockMaker::Block> block = blocks_.Take();
  while (!block && !chunks_.empty() && chunks_.front().number <= released_) {
    Chunk& chunk = chunks_.front();
    const size_t frames = chunk.frame_count();
    if (chunk.taken == 0 && blocks_.empty() && IsBlock(chunk.form, frames)) {
      waiting_ -= Seconds(frames, chunk.form.sample_rate);
      block = BlockMaker::Block{std::move(chunk.samples), chunk.form, frames,
                                chunk.timestamp_us};
      chunks_.pop_front();
    } else {
      TakePiece();
      block = blocks_.Take();
    }
  }
  return block;
}

void AudioQueue::TakePiece() {
  Chunk& chunk = chunks_.front();
  const auto& [rate, channels] = chunk.form;
  // Not more than a block needs: a chunk may be long.
  const size_t frames = std::min<size_t>(chunk.frame_count() - chunk.taken,
                                         static_cast<size_t>(rate / 100));
  const int64_t passed_us =
      std::llround(Seconds(chunk.taken, rate) * 1'000'000);
  blocks_.Push({chunk.samples.data() + chunk.taken * channels, rate, channels,
                frames, chunk.timestamp_us + passed_us},
               {PlayedRate(rate), channels});
  chunk.taken += frames;
  waiting_ -= Seconds(frames, rate);
  if (chunk.taken == chunk.frame_count()) {
    chunks_.pop_front();
  }
}

}  // namespace nlw
