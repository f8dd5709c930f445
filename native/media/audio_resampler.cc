#include "native/media/audio_resampler.h"

#include <algorithm>
#include <cmath>

namespace nlw {
namespace {

// What libwebrtc's resampler asks for at a time: 5 ms, and more than its
// kernel is long.
size_t RequestFrames(int rate) {
  return static_cast<size_t>(std::max(rate / 200, 64));
}

}  // namespace

class AudioResampler::Channel : public webrtc::SincResamplerCallback {
 public:
  Channel(double ratio, size_t request_frames)
      : request_frames_(request_frames),
        resampler_(ratio, request_frames, this) {}

  void Push(const int16_t* samples, size_t count, size_t step) {
    for (size_t i = 0; i < count; ++i) {
      waiting_.push_back(samples[i * step]);
    }
  }

  // So many as one request makes, or fewer; nothing when that must wait.
  size_t Resample(std::vector<float>& out) {
    // The first call asks twice.
    if (waiting_.size() - taken_ < request_frames_ * (primed_ ? 1 : 2)) {
      waiting_.erase(waiting_.begin(),
                     waiting_.begin() + static_cast<ptrdiff_t>(taken_));
      taken_ = 0;
      return 0;
    }
    primed_ = true;
    out.resize(resampler_.ChunkSize());
    resampler_.Resample(out.size(), out.data());
    return out.size();
  }

 private:
  void Run(size_t frames, float* destination) override {
    std::copy_n(waiting_.begin() + static_cast<ptrdiff_t>(taken_), frames,
                destination);
    taken_ += frames;
  }

  const size_t request_frames_;
  bool primed_ = false;
  std::vector<float> waiting_;
  // Of those that wait, at their begin.
  size_t taken_ = 0;
  webrtc::SincResampler resampler_;
};

AudioResampler::AudioResampler(int from_rate, int to_rate, size_t channel_count)
    : request_frames_(RequestFrames(from_rate)) {
  const double ratio = static_cast<double>(from_rate) / to_rate;
  for (size_t i = 0; i < channel_count; ++i) {
    channels_.push_back(std::make_unique<Channel>(ratio, request_frames_));
  }
}

AudioResampler::~AudioResampler() = default;

void AudioResampler::Process(const int16_t* samples,
                             size_t frame_count,
                             std::vector<int16_t>& out) {
  const size_t count = channels_.size();
  const size_t begin = out.size();
  for (size_t c = 0; c < count; ++c) {
    Channel& channel = *channels_[c];
    channel.Push(samples + c, frame_count, count);
    size_t position = begin + c;
    // All channels make the same number.
    while (const size_t made = channel.Resample(resampled_)) {
      out.resize(std::max(out.size(), position - c + made * count));
      for (size_t i = 0; i < made; ++i, position += count) {
        out[position] = static_cast<int16_t>(
            std::lrint(std::clamp(resampled_[i], -32768.F, 32767.F)));
      }
    }
  }
}

void AudioResampler::Finish(std::vector<int16_t>& out) {
  const std::vector<int16_t> silence(2 * request_frames_ * channels_.size());
  Process(silence.data(), 2 * request_frames_, out);
}

}  // namespace nlw
