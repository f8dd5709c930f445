#ifndef NATIVE_MEDIA_AUDIO_BLOCK_H_
#define NATIVE_MEDIA_AUDIO_BLOCK_H_

#include <cstddef>
#include <cstdint>

#include "native/media/received_times.h"

namespace nlw {

// One block of 10 ms: interleaved samples of 16 bits.
struct AudioBlock {
  const int16_t* samples;
  int sample_rate;
  size_t channel_count;
  size_t frame_count;
  // Microseconds: as it was written, else on the monotonic clock.
  int64_t timestamp_us = 0;
  // Of a block that came from the network.
  ReceivedTimes received = {};
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_AUDIO_BLOCK_H_
