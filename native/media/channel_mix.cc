#include "native/media/channel_mix.h"

#include <algorithm>
#include <cmath>

namespace nlw {
namespace {

// How much of each channel goes to the left and to the right. The layouts are
// those of ITU-R BS.775 and its relatives: L R, L R C, L R SL SR, L R C SL SR,
// L R C LFE SL SR, L R C LFE BC SL SR, L R C LFE BL BR SL SR. LFE is left out.
constexpr float kSide = 0.7071F;

struct Share {
  float left;
  float right;
};

constexpr Share kLeft = {1, 0};
constexpr Share kRight = {0, 1};
constexpr Share kCenter = {kSide, kSide};
constexpr Share kNone = {0, 0};
constexpr Share kSideLeft = {kSide, 0};
constexpr Share kSideRight = {0, kSide};
constexpr Share kBack = {0.5F, 0.5F};

constexpr Share kShares[kMaxChannels][kMaxChannels] = {
    {kCenter},
    {kLeft, kRight},
    {kLeft, kRight, kCenter},
    {kLeft, kRight, kLeft, kRight},
    {kLeft, kRight, kCenter, kSideLeft, kSideRight},
    {kLeft, kRight, kCenter, kNone, kSideLeft, kSideRight},
    {kLeft, kRight, kCenter, kNone, kBack, kSideLeft, kSideRight},
    {kLeft, kRight, kCenter, kNone, kSideLeft, kSideRight, kSideLeft,
     kSideRight},
};

int16_t Rounded(float value) {
  return static_cast<int16_t>(std::lrint(std::clamp(value, -32768.F, 32767.F)));
}

void ToStereo(const int16_t* in, size_t frames, size_t from, int16_t* out) {
  const Share* const shares = kShares[from - 1];
  float sum = 0;
  for (size_t c = 0; c < from; ++c) {
    sum += shares[c].left;
  }
  for (size_t i = 0; i < frames; ++i, in += from, out += 2) {
    float left = 0;
    float right = 0;
    for (size_t c = 0; c < from; ++c) {
      left += in[c] * shares[c].left;
      right += in[c] * shares[c].right;
    }
    out[0] = Rounded(left / sum);
    out[1] = Rounded(right / sum);
  }
}

}  // namespace

void MixChannels(const int16_t* samples,
                 size_t frame_count,
                 size_t from,
                 size_t to,
                 std::vector<int16_t>& out) {
  if (from == to) {
    out.assign(samples, samples + frame_count * from);
    return;
  }
  if (to <= 2 && from > 2) {
    out.resize(frame_count * 2);
    ToStereo(samples, frame_count, from, out.data());
    if (to == 1) {
      for (size_t i = 0; i < frame_count; ++i) {
        out[i] = static_cast<int16_t>((out[2 * i] + out[2 * i + 1]) / 2);
      }
      out.resize(frame_count);
    }
    return;
  }
  out.assign(frame_count * to, 0);
  for (size_t i = 0; i < frame_count; ++i) {
    const int16_t* const in = samples + i * from;
    int16_t* const result = out.data() + i * to;
    if (to == 1) {
      result[0] = static_cast<int16_t>((in[0] + in[1]) / 2);
    } else if (from == 1) {
      result[0] = result[1] = in[0];
    } else {
      std::copy_n(in, std::min(from, to), result);
    }
  }
}

}  // namespace nlw
