#include "native/media/tone_reader.h"

#include <bit>
#include <cmath>
#include <complex>
#include <numbers>
#include <utility>

namespace nlw {
namespace {

constexpr int kWindowsPerSecond = 10;
constexpr double kFullScale = 32768;
// -66 dB: what codecs leave of silence is below.
constexpr double kSilence = 0.0005;

using Spectrum = std::vector<std::complex<double>>;

// In place; the size is a power of two.
void FourierTransform(Spectrum& values) {
  const size_t size = values.size();
  for (size_t i = 1, j = 0; i < size; ++i) {
    size_t bit = size / 2;
    for (; j & bit; bit /= 2) {
      j ^= bit;
    }
    j ^= bit;
    if (i < j) {
      std::swap(values[i], values[j]);
    }
  }
  for (size_t length = 2; length <= size; length *= 2) {
    const std::complex<double> step =
        std::polar(1.0, -2 * std::numbers::pi / static_cast<double>(length));
    for (size_t start = 0; start < size; start += length) {
      std::complex<double> turn = 1;
      for (size_t i = start; i < start + length / 2; ++i) {
        const std::complex<double> odd = values[i + length / 2] * turn;
        values[i + length / 2] = values[i] - odd;
        values[i] += odd;
        turn *= step;
      }
    }
  }
}

// The peak of the spectrum, between its lines where a parabola has it.
double StrongestFrequency(const std::vector<float>& samples, int sample_rate) {
  Spectrum spectrum(std::bit_floor(samples.size()));
  const size_t size = spectrum.size();
  for (size_t i = 0; i < size; ++i) {
    const double window =
        0.5 - 0.5 * std::cos(2 * std::numbers::pi * static_cast<double>(i) /
                             static_cast<double>(size));
    spectrum[i] = samples[i] * window;
  }
  FourierTransform(spectrum);
  size_t peak = 1;
  for (size_t i = 2; i < size / 2; ++i) {
    if (std::norm(spectrum[i]) > std::norm(spectrum[peak])) {
      peak = i;
    }
  }
  const auto level = [&](size_t i) {
    return std::log(std::norm(spectrum[i]) + 1e-12);
  };
  const double before = level(peak - 1);
  const double after = level(peak + 1);
  const double curve = before - 2 * level(peak) + after;
  const double offset = curve < 0 ? (before - after) / (2 * curve) : 0;
  return (static_cast<double>(peak) + offset) * sample_rate /
         static_cast<double>(size);
}

}  // namespace

std::optional<AudioReading> ToneReader::Read(const AudioBlock& block) {
  if (block.sample_rate != sample_rate_ ||
      block.channel_count != channel_count_) {
    sample_rate_ = block.sample_rate;
    channel_count_ = block.channel_count;
    mix_.clear();
    energy_ = 0;
  }
  for (size_t frame = 0; frame < block.frame_count; ++frame) {
    double sum = 0;
    for (size_t channel = 0; channel < channel_count_; ++channel) {
      const double sample =
          block.samples[frame * channel_count_ + channel] / kFullScale;
      sum += sample;
      energy_ += sample * sample;
    }
    mix_.push_back(
        static_cast<float>(sum / static_cast<double>(channel_count_)));
  }
  if (mix_.size() * kWindowsPerSecond < static_cast<size_t>(sample_rate_)) {
    return std::nullopt;
  }
  AudioReading reading;
  reading.sample_rate = sample_rate_;
  reading.channel_count = static_cast<int>(channel_count_);
  reading.level =
      std::sqrt(energy_ / static_cast<double>(mix_.size() * channel_count_));
  if (reading.level > kSilence) {
    reading.frequency = StrongestFrequency(mix_, sample_rate_);
  }
  mix_.clear();
  energy_ = 0;
  return reading;
}

}  // namespace nlw
