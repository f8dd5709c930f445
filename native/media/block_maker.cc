#include "native/media/block_maker.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "native/media/channel_mix.h"

namespace nlw {
namespace {

int64_t Microseconds(int64_t frames, int rate) {
  return std::llround(static_cast<double>(frames) * 1'000'000 / rate);
}

}  // namespace

void BlockMaker::Push(const AudioBlock& piece, const AudioForm& to) {
  const AudioForm from = {piece.sample_rate, piece.channel_count};
  if (to != to_) {
    Finish();
    while (auto block = TakeMade()) {
      finished_.push_back(std::move(*block));
    }
    to_ = to;
  }
  if (from != from_) {
    from_ = from;
    frames_in_ = frames_out_ = 0;
    resampler_ = from.sample_rate == to.sample_rate
                     ? nullptr
                     : std::make_unique<AudioResampler>(
                           from.sample_rate, to.sample_rate, to.channel_count);
  }
  AddRun(piece.timestamp_us, piece.frame_count);
  MixChannels(piece.samples, piece.frame_count, from.channel_count,
              to.channel_count, mixed_);
  if (resampler_) {
    resampler_->Process(mixed_.data(), piece.frame_count, made_);
  } else {
    made_.insert(made_.end(), mixed_.begin(), mixed_.end());
  }
}

std::optional<BlockMaker::Block> BlockMaker::Take() {
  if (finished_.empty()) {
    return TakeMade();
  }
  Block block = std::move(finished_.front());
  finished_.pop_front();
  return block;
}

std::optional<BlockMaker::Block> BlockMaker::TakeMade() {
  const size_t frames = block_frames();
  const size_t samples = frames * to_.channel_count;
  if (samples == 0 || made_.size() < samples) {
    return std::nullopt;
  }
  const auto end = made_.begin() + static_cast<ptrdiff_t>(samples);
  Block block{{made_.begin(), end}, to_, frames, TakeRun(frames)};
  made_.erase(made_.begin(), end);
  return block;
}

void BlockMaker::Finish() {
  if (resampler_) {
    resampler_->Finish(made_);
    resampler_ = nullptr;
  }
  from_ = {};
  if (block_frames() == 0) {
    return;
  }
  int64_t frames = 0;
  for (const Run& run : runs_) {
    frames += std::max<int64_t>(run.frame_count, 0);
  }
  const size_t blocks =
      (static_cast<size_t>(frames) + block_frames() - 1) / block_frames();
  made_.resize(
      std::min(made_.size(), static_cast<size_t>(frames) * to_.channel_count));
  made_.resize(blocks * block_frames() * to_.channel_count);
}

void BlockMaker::Clear() {
  from_ = to_ = {};
  resampler_ = nullptr;
  finished_.clear();
  made_.clear();
  runs_.clear();
}

double BlockMaker::buffered() const {
  double seconds = 0.01 * static_cast<double>(finished_.size());
  if (!made_.empty()) {
    seconds += static_cast<double>(made_.size()) /
               static_cast<double>(to_.channel_count) / to_.sample_rate;
  }
  return seconds;
}

void BlockMaker::AddRun(int64_t timestamp_us, size_t piece_frames) {
  frames_in_ += static_cast<int64_t>(piece_frames);
  const int64_t total = frames_in_ * to_.sample_rate / from_.sample_rate;
  runs_.push_back({timestamp_us, total - frames_out_});
  frames_out_ = total;
}

int64_t BlockMaker::TakeRun(size_t frame_count) {
  while (runs_.size() > 1 && runs_.front().frame_count <= 0) {
    runs_.pop_front();
  }
  const int64_t timestamp_us = runs_.front().timestamp_us;
  auto left = static_cast<int64_t>(frame_count);
  while (runs_.size() > 1 && runs_.front().frame_count <= left) {
    left -= runs_.front().frame_count;
    runs_.pop_front();
  }
  // The last one may be overdrawn: what follows continues it.
  runs_.front().timestamp_us += Microseconds(left, to_.sample_rate);
  runs_.front().frame_count -= left;
  return timestamp_us;
}

}  // namespace nlw
