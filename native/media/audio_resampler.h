#ifndef NATIVE_MEDIA_AUDIO_RESAMPLER_H_
#define NATIVE_MEDIA_AUDIO_RESAMPLER_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "common_audio/resampler/sinc_resampler.h"

namespace nlw {

// Changes the rate of a stream of interleaved samples, pieces of any length,
// by any ratio: libwebrtc's own resampler of blocks wants whole samples in 10
// ms. It is some samples behind. One thread.
class AudioResampler {
 public:
  AudioResampler(int from_rate, int to_rate, size_t channel_count);
  ~AudioResampler();

  // Appends what can be made of all samples so far.
  void Process(const int16_t* samples,
               size_t frame_count,
               std::vector<int16_t>& out);
  // The stream ends: appends the rest of it, and somewhat more silence.
  void Finish(std::vector<int16_t>& out);

 private:
  class Channel;

  const size_t request_frames_;
  std::vector<std::unique_ptr<Channel>> channels_;
  std::vector<float> resampled_;
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_AUDIO_RESAMPLER_H_
