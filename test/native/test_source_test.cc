// The pictures and tones of test sources, and what reads them.

#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

#include "native/media/pacer.h"
#include "native/media/test_options.h"
#include "native/media/test_pattern.h"
#include "native/media/tone_reader.h"
#include "test/native/check.h"

namespace nlw {
namespace {

using webrtc::I420Buffer;

rtc::scoped_refptr<I420Buffer> Pattern(uint32_t counter, int w, int h) {
  const auto buffer = I420Buffer::Create(w, h);
  DrawTestPattern(counter, *buffer);
  return buffer;
}

void CountersCanBeReadBack() {
  for (const auto& [width, height] :
       {std::pair(1920, 1080), {640, 480}, {321, 241}, {96, 64}, {48, 32}}) {
    for (uint32_t counter :
         {0u, 1u, 2u, 1000u, 0x7fffffffu, 0x80000000u, 0xffffffffu}) {
      CHECK(ReadTestPattern(*Pattern(counter, width, height)) == counter);
    }
  }
}

void ScalingLeavesThemLegible() {
  const auto large = Pattern(123456, 640, 480);
  for (const auto& [width, height] :
       {std::pair(320, 240), {160, 120}, {213, 160}, {1280, 960}}) {
    const auto scaled = I420Buffer::Create(width, height);
    scaled->ScaleFrom(*large);
    CHECK(ReadTestPattern(*scaled) == 123456u);
  }
}

void NothingElseHasACounter() {
  const auto black = I420Buffer::Create(640, 480);
  I420Buffer::SetBlack(black.get());
  CHECK(!ReadTestPattern(*black));
  CHECK(MeanLuma(*black) == 0);
  for (int luma : {16, 128, 235}) {
    const auto flat = I420Buffer::Create(640, 480);
    std::fill_n(flat->MutableDataY(), flat->StrideY() * 480, luma);
    CHECK(!ReadTestPattern(*flat));
    CHECK(MeanLuma(*flat) == luma);
  }
  // A cell that flipped, wherever it is.
  for (int column = 0; column < 12; ++column) {
    for (int row = 0; row < 4; ++row) {
      const auto buffer = Pattern(77, 480, 320);
      for (int y = row * 40; y < row * 40 + 40; ++y) {
        for (int x = column * 40; x < column * 40 + 40; ++x) {
          uint8_t& pixel = buffer->MutableDataY()[y * buffer->StrideY() + x];
          pixel = static_cast<uint8_t>(251 - pixel);
        }
      }
      CHECK(!ReadTestPattern(*buffer));
    }
  }
  for (int side : {1, 2, 3, 7}) {
    CHECK(!ReadTestPattern(*Pattern(1, side, side)));
    CHECK(MeanLuma(*Pattern(1, side, side)) >= 0);
  }
}

void BeatsKeepTimeWhateverTheirPace() {
  for (double pace : {0.1, 1.0, 7.0, 29.97, 30.0, 240.0}) {
    const Beat beat{1'000'000, 5, pace};
    CHECK(beat.NumberAt(1'000'000) == 5);
    for (int64_t number = 5; number < 5000; ++number) {
      const int64_t due = beat.TimeOf(number);
      CHECK(beat.NumberAt(due) == number &&
            beat.NumberAt(due - 1) == number - 1);
    }
    const int64_t now = beat.TimeOf(100) + 10;
    const Beat faster = beat.ChangedAt(now, pace * 3);
    CHECK(faster.NumberAt(now) >= 100 && faster.TimeOf(101) > now);
  }
}

AudioReading Read(const std::vector<double>& tones,
                  double volume,
                  int rate,
                  int channels) {
  ToneReader reader;
  std::optional<AudioReading> reading;
  for (int block = 0; block < 10; ++block) {
    CHECK(!reading);
    std::vector<int16_t> samples;
    for (int i = 0; i < rate / 100; ++i) {
      double sum = 0;
      for (double tone : tones) {
        sum += std::sin(2 * std::numbers::pi * tone * (block * rate / 100 + i) /
                        rate) /
               static_cast<double>(tones.size());
      }
      samples.insert(samples.end(), channels,
                     static_cast<int16_t>(sum * volume * 32767));
    }
    reading = reader.Read({samples.data(), rate, static_cast<size_t>(channels),
                           static_cast<size_t>(rate / 100)});
  }
  CHECK(reading && reading->sample_rate == rate &&
        reading->channel_count == channels);
  return *reading;
}

void TonesCanBeHeard() {
  for (int rate : {8000, 16000, 44100, 48000}) {
    for (double tone : {100.0, 440.0, 997.0, 3400.0}) {
      const AudioReading reading = Read({tone}, 0.5, rate, 2);
      CHECK(std::abs(*reading.frequency - tone) < 2);
      CHECK(std::abs(reading.level - 0.5 / std::numbers::sqrt2) < 0.01);
    }
  }
  CHECK(Read({440}, 0, 48000, 1).level == 0);
  CHECK(!Read({440}, 0, 48000, 1).frequency);
}

void OptionsHaveBounds() {
  CHECK(TestBounds::Hold(TestVideoOptions()));
  CHECK(TestBounds::Hold(TestAudioOptions()));
  CHECK(!TestBounds::Hold(TestVideoOptions{0, 480, 30}));
  CHECK(!TestBounds::Hold(TestVideoOptions{640, 10'000, 30}));
  CHECK(!TestBounds::Hold(TestVideoOptions{640, 480, 0}));
  CHECK(!TestBounds::Hold(TestVideoOptions{640, 480, NAN}));
  CHECK(!TestBounds::Hold(TestAudioOptions{{440}, 0.5, 44150, 1}));
  CHECK(!TestBounds::Hold(TestAudioOptions{{440}, 0.5, 192000, 1}));
  CHECK(!TestBounds::Hold(TestAudioOptions{{440}, 0.5, 48000, 9}));
  CHECK(!TestBounds::Hold(TestAudioOptions{{440}, 1.5, 48000, 1}));
  CHECK(!TestBounds::Hold(TestAudioOptions{{NAN}, 0.5, 48000, 1}));
  CHECK(!TestBounds::Hold(TestAudioOptions{{30000}, 0.5, 48000, 1}));
}

}  // namespace
}  // namespace nlw

int main() {
  nlw::CountersCanBeReadBack();
  nlw::ScalingLeavesThemLegible();
  nlw::NothingElseHasACounter();
  nlw::BeatsKeepTimeWhateverTheirPace();
  nlw::TonesCanBeHeard();
  nlw::OptionsHaveBounds();
  std::puts("test_source_test: ok");
  return 0;
}
