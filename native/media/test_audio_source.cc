#include "native/media/test_audio_source.h"

#include <cmath>
#include <numbers>

#include "api/make_ref_counted.h"
#include "rtc_base/time_utils.h"

namespace nlw {
namespace {

constexpr double kBlocksPerSecond = 100;

// At sample `index` of the tone's time.
double Tones(const TestAudioOptions& options, int64_t index) {
  double sum = 0;
  for (double frequency : options.frequencies) {
    const double cycles =
        frequency * static_cast<double>(index) / options.sample_rate;
    sum += std::sin(2 * std::numbers::pi * (cycles - std::floor(cycles)));
  }
  return options.frequencies.empty()
             ? 0
             : sum * options.volume /
                   static_cast<double>(options.frequencies.size());
}

}  // namespace

TestAudioSource::TestAudioSource(Engine& engine,
                                 const TestAudioOptions& options)
    : TestAudioSource(engine,
                      options,
                      Beat{rtc::TimeMicros(), 0, kBlocksPerSecond}) {}

TestAudioSource::TestAudioSource(Engine& engine,
                                 const TestAudioOptions& options,
                                 const Beat& beat)
    : engine_(engine),
      beat_(beat),
      options_(options),
      pacer_(engine.task_queues(),
             [this](int64_t block, int64_t due_us) { Play(block, due_us); }) {}

rtc::scoped_refptr<AudioSource> TestAudioSource::Clone() const {
  webrtc::MutexLock lock(&mutex_);
  return rtc::make_ref_counted<TestAudioSource>(engine_, options_, beat_);
}

void TestAudioSource::Configure(const TestAudioOptions& options) {
  webrtc::MutexLock lock(&mutex_);
  options_ = options;
}

void TestAudioSource::Play(int64_t block, int64_t due_us) {
  TestAudioOptions options;
  {
    webrtc::MutexLock lock(&mutex_);
    options = options_;
  }
  const int frames = options.sample_rate / 100;
  samples_.clear();
  for (int frame = 0; frame < frames; ++frame) {
    const double value = Tones(options, block * frames + frame);
    samples_.insert(samples_.end(), options.channel_count,
                    static_cast<int16_t>(std::lround(value * INT16_MAX)));
  }
  Deliver({samples_.data(), options.sample_rate,
           static_cast<size_t>(options.channel_count),
           static_cast<size_t>(frames), due_us});
}

}  // namespace nlw
