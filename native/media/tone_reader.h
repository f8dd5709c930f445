#ifndef NATIVE_MEDIA_TONE_READER_H_
#define NATIVE_MEDIA_TONE_READER_H_

#include <optional>
#include <vector>

#include "native/media/audio_block.h"
#include "native/media/readings.h"

namespace nlw {

// Gathers 100 ms of audio at a time, and reads its level and its strongest
// tone. One thread.
class ToneReader {
 public:
  // Something when this block completes 100 ms.
  std::optional<AudioReading> Read(const AudioBlock& block);

 private:
  int sample_rate_ = 0;
  size_t channel_count_ = 0;
  // All channels together, -1 to 1.
  std::vector<float> mix_;
  // Sum of the squares of all samples.
  double energy_ = 0;
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_TONE_READER_H_
