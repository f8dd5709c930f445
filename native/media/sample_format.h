#ifndef NATIVE_MEDIA_SAMPLE_FORMAT_H_
#define NATIVE_MEDIA_SAMPLE_FORMAT_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace nlw {

// WebCodecs' AudioSampleFormat.
struct SampleFormat {
  enum class Type { kU8, kS16, kS32, kF32 };

  Type type;
  // One channel after the other; else interleaved.
  bool is_planar;

  size_t sample_bytes() const;
};

// False when `name` names none; `out` is then untouched.
bool FromName(std::string_view name, SampleFormat& out);

// Interleaved samples of 16 bits. What is too loud is clamped, NaN is silence.
// `data` needs no alignment.
std::vector<int16_t> ToInt16(const uint8_t* data,
                             SampleFormat format,
                             size_t frame_count,
                             size_t channel_count);

}  // namespace nlw

#endif  // NATIVE_MEDIA_SAMPLE_FORMAT_H_
