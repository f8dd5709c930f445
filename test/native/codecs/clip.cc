#include "test/native/codecs/clip.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace nlw {
namespace {

constexpr int kSide = 1024;

int Wrap(int value) {
  return value & (kSide - 1);
}

float At(const std::vector<float>& texture, float x, float y) {
  const float left = std::floor(x);
  const float top = std::floor(y);
  const int i = Wrap(static_cast<int>(left));
  const int j = Wrap(static_cast<int>(top));
  const float u = x - left;
  const float v = y - top;
  const auto pixel = [&texture](int a, int b) {
    return texture[static_cast<size_t>(Wrap(b) * kSide + Wrap(a))];
  };
  return (pixel(i, j) * (1 - u) + pixel(i + 1, j) * u) * (1 - v) +
         (pixel(i, j + 1) * (1 - u) + pixel(i + 1, j + 1) * u) * v;
}

// Noise of octaves whose strength falls with their frequency, as in nature.
std::vector<float> MakeTexture(uint32_t seed) {
  std::mt19937 random(seed);
  std::vector<float> texture(kSide * kSide, 128);
  float strength = 60;
  for (int cell = 256; cell >= 2; cell /= 2, strength *= 0.62f) {
    const int cells = kSide / cell;
    std::vector<float> grid(static_cast<size_t>(cells * cells));
    for (float& value : grid) {
      value = static_cast<float>(random() % 2001) / 1000 - 1;
    }
    for (int y = 0; y < kSide; ++y) {
      for (int x = 0; x < kSide; ++x) {
        const float u = static_cast<float>(x % cell) / cell;
        const float v = static_cast<float>(y % cell) / cell;
        const auto value = [&grid, cells](int a, int b) {
          return grid[static_cast<size_t>(b % cells * cells + a % cells)];
        };
        const int i = x / cell;
        const int j = y / cell;
        texture[static_cast<size_t>(y * kSide + x)] +=
            strength *
            ((value(i, j) * (1 - u) + value(i + 1, j) * u) * (1 - v) +
             (value(i, j + 1) * (1 - u) + value(i + 1, j + 1) * u) * v);
      }
    }
  }
  return texture;
}

uint8_t Byte(float value) {
  return static_cast<uint8_t>(std::clamp(value, 16.f, 235.f));
}

}  // namespace

Clip::Clip(int width, int height)
    : width_(width),
      height_(height),
      side_(kSide),
      ground_(MakeTexture(1)),
      cover_(MakeTexture(2)) {}

rtc::scoped_refptr<webrtc::I420Buffer> Clip::Draw(int frame) const {
  const auto picture = webrtc::I420Buffer::Create(width_, height_);
  const float time = static_cast<float>(frame);
  const float pan_x = 20 * std::sin(time / 90) * 3 + time * 0.35f;
  const float pan_y = 12 * std::cos(time / 70);
  const float radius = static_cast<float>(height_) / 6;
  std::minstd_rand grain(static_cast<uint32_t>(frame + 1));
  const auto inside = [&](int x, int y, int thing) {
    const float phase = time / (25 + 12 * static_cast<float>(thing)) +
                        2 * static_cast<float>(thing);
    const float dx =
        static_cast<float>(x) -
        static_cast<float>(width_) * (0.5f + 0.35f * std::sin(phase));
    const float dy =
        static_cast<float>(y) -
        static_cast<float>(height_) * (0.5f + 0.3f * std::cos(phase * 1.3f));
    return dx * dx + dy * dy < radius * radius;
  };
  const auto sample = [&](int x, int y) {
    for (int thing = 0; thing < 3; ++thing) {
      if (inside(x, y, thing)) {
        const float speed = 1.5f * static_cast<float>(thing + 1);
        return At(cover_, static_cast<float>(x) + time * speed,
                  static_cast<float>(y) - time * 0.5f * speed);
      }
    }
    return At(ground_, static_cast<float>(x) + pan_x,
              static_cast<float>(y) + pan_y);
  };
  for (int y = 0; y < height_; ++y) {
    uint8_t* row = picture->MutableDataY() + y * picture->StrideY();
    for (int x = 0; x < width_; ++x) {
      row[x] = Byte(sample(x, y) + static_cast<float>(grain() % 5) - 2);
    }
  }
  for (int y = 0; y < (height_ + 1) / 2; ++y) {
    uint8_t* u = picture->MutableDataU() + y * picture->StrideU();
    uint8_t* v = picture->MutableDataV() + y * picture->StrideV();
    for (int x = 0; x < (width_ + 1) / 2; ++x) {
      const float value = sample(2 * x, 2 * y) - 128;
      u[x] = Byte(128 + value * 0.3f);
      v[x] = Byte(128 - value * 0.25f);
    }
  }
  return picture;
}

Pictures DrawClip(int width, int height, int frames) {
  const Clip clip(width, height);
  Pictures pictures;
  for (int i = 0; i < frames; ++i)
    pictures.push_back(clip.Draw(i));
  return pictures;
}

}  // namespace nlw
