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
    if (blocks_.empty() && HasBlock(chunks_.front())) {
      block = TakeBlock();
    } else {
      TakePiece();
      block = blocks_.Take();
    }
  }
  return block;
}

bool AudioQueue::HasBlock(const Chunk& chunk) {
  const int rate = chunk.form.sample_rate;
  return PlayedRate(rate) == rate &&
         chunk.frame_count() - chunk.taken >= static_cast<size_t>(rate / 100);
}

BlockMaker::Block AudioQueue::TakeBlock() {
  Chunk& chunk = chunks_.front();
  const auto [rate, channels] = chunk.form;
  const auto frames = static_cast<size_t>(rate / 100);
  BlockMaker::Block block{{}, chunk.form, frames, chunk.time_us()};
  waiting_ -= Seconds(frames, rate);
  if (chunk.frame_count() == frames) {
    block.samples = std::move(chunk.samples);
    chunks_.pop_front();
    return block;
  }
  const int16_t* const start = chunk.samples.data() + chunk.taken * channels;
  block.samples.assign(start, start + frames * channels);
  chunk.taken += frames;
  if (chunk.taken == chunk.frame_count()) {
    chunks_.pop_front();
  }
  return block;
}

int64_t AudioQueue::Chunk::time_us() const {
  return timestamp_us +
         std::llround(Seconds(taken, form.sample_rate) * 1'000'000);
}

void AudioQueue::TakePiece() {
  Chunk& chunk = chunks_.front();
  const auto& [rate, channels] = chunk.form;
  // Not more than a block needs: a chunk may be long.
  const size_t frames = std::min<size_t>(chunk.frame_count() - chunk.taken,
                                         static_cast<size_t>(rate / 100));
  blocks_.Push({chunk.samples.data() + chunk.taken * channels, rate, channels,
                frames, chunk.time_us()},
               {PlayedRate(rate), channels});
  chunk.taken += frames;
  waiting_ -= Seconds(frames, rate);
  if (chunk.taken == chunk.frame_count()) {
    chunks_.pop_front();
  }
}

}  // namespace nlw
