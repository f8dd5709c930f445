#include "native/media/test_options.h"

namespace nlw {

bool TestBounds::Hold(const TestVideoOptions& options) {
  return options.width >= 1 && options.width <= kSide && options.height >= 1 &&
         options.height <= kSide && options.frame_rate > 0 &&
         options.frame_rate <= kFrameRate;
}

bool TestBounds::Hold(const TestAudioOptions& options) {
  for (double frequency : options.frequencies) {
    if (!(frequency >= 0 && frequency <= options.sample_rate / 2.0)) {
      return false;
    }
  }
  return options.volume >= 0 && options.volume <= 1 &&
         options.sample_rate >= kMinSampleRate &&
         options.sample_rate <= kMaxSampleRate &&
         options.sample_rate % 100 == 0 && options.channel_count >= 1 &&
         options.channel_count <= kChannels;
}

}  // namespace nlw
