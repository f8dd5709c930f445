#include "native/media/sample_format.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace nlw {
namespace {

using Type = SampleFormat::Type;

constexpr struct {
  std::string_view name;
  SampleFormat format;
} kFormats[] = {
    {"u8", {Type::kU8, false}},         {"s16", {Type::kS16, false}},
    {"s32", {Type::kS32, false}},       {"f32", {Type::kF32, false}},
    {"u8-planar", {Type::kU8, true}},   {"s16-planar", {Type::kS16, true}},
    {"s32-planar", {Type::kS32, true}}, {"f32-planar", {Type::kF32, true}},
};

int16_t Converted(uint8_t sample) {
  return static_cast<int16_t>((sample - 128) * 256);
}
int16_t Converted(int16_t sample) {
  return sample;
}
int16_t Converted(int32_t sample) {
  // Rounded: half of what is cut off is added, where that does not overflow.
  return static_cast<int16_t>(
      std::min<int64_t>((int64_t{sample} + 0x8000) >> 16, INT16_MAX));
}
int16_t Converted(float sample) {
  if (std::isnan(sample)) {
    return 0;
  }
  return static_cast<int16_t>(
      std::lrint(std::clamp(sample * 32768.F, -32768.F, 32767.F)));
}

template <typename Sample>
void Convert(const uint8_t* data,
             bool is_planar,
             size_t frame_count,
             size_t channel_count,
             int16_t* out) {
  const size_t frame_step = is_planar ? 1 : channel_count;
  const size_t channel_step = is_planar ? frame_count : 1;
  for (size_t channel = 0; channel < channel_count; ++channel) {
    const uint8_t* in = data + channel * channel_step * sizeof(Sample);
    for (size_t frame = 0; frame < frame_count; ++frame) {
      Sample sample;
      std::memcpy(&sample, in, sizeof sample);
      out[frame * channel_count + channel] = Converted(sample);
      in += frame_step * sizeof(Sample);
    }
  }
}

}  // namespace

size_t SampleFormat::sample_bytes() const {
  switch (type) {
    case Type::kU8:
      return 1;
    case Type::kS16:
      return 2;
    default:
      return 4;
  }
}

bool FromName(std::string_view name, SampleFormat& out) {
  for (const auto& entry : kFormats) {
    if (entry.name == name) {
      out = entry.format;
      return true;
    }
  }
  return false;
}

std::vector<int16_t> ToInt16(const uint8_t* data,
                             SampleFormat format,
                             size_t frame_count,
                             size_t channel_count) {
  if (format.type == Type::kS16 && (!format.is_planar || channel_count == 1)) {
    std::vector<int16_t> same(frame_count * channel_count);
    std::memcpy(same.data(), data, same.size() * sizeof(int16_t));
    return same;
  }
  std::vector<int16_t> out(frame_count * channel_count);
  const auto convert = format.type == Type::kU8    ? Convert<uint8_t>
                       : format.type == Type::kS16 ? Convert<int16_t>
                       : format.type == Type::kS32 ? Convert<int32_t>
                                                   : Convert<float>;
  convert(data, format.is_planar, frame_count, channel_count, out.data());
  return out;
}

}  // namespace nlw
