#ifndef NATIVE_MEDIA_READINGS_H_
#define NATIVE_MEDIA_READINGS_H_

#include <cstdint>
#include <optional>

namespace nlw {

// What a reader of a track finds in one frame.
struct VideoReading {
  int width = 0;
  int height = 0;
  // Of a test pattern.
  std::optional<uint32_t> counter;
  // Mean, 0 to 255.
  double luma = 0;
  // On the monotonic clock.
  int64_t timestamp_us = 0;
};

// What it finds in 100 ms of audio.
struct AudioReading {
  int sample_rate = 0;
  int channel_count = 0;
  // Root mean square, 0 to 1.
  double level = 0;
  // Hertz, of the strongest tone; nothing in silence.
  std::optional<double> frequency;
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_READINGS_H_
