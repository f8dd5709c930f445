#ifndef NATIVE_MEDIA_TEST_AUDIO_SOURCE_H_
#define NATIVE_MEDIA_TEST_AUDIO_SOURCE_H_

#include <vector>

#include "native/engine/engine.h"
#include "native/media/audio_source.h"
#include "native/media/pacer.h"

namespace nlw {

// Tones, the same on all channels. They follow the clock, so clones are in
// phase.
class TestAudioSource : public AudioSource {
 public:
  // Any thread, where the last reference may also be dropped, but before the
  // engine ends.
  TestAudioSource(Engine& engine, const TestAudioOptions& options);

  rtc::scoped_refptr<AudioSource> Clone() const override;
  void Configure(const TestAudioOptions& options) override;
  bool remote() const override { return false; }

 protected:
  TestAudioSource(Engine& engine,
                  const TestAudioOptions& options,
                  const Beat& beat);

 private:
  void Start() override { pacer_.Start(beat_); }
  void Halt() override { pacer_.Stop(); }
  void Play(int64_t block, int64_t due_us);

  Engine& engine_;
  // One number per block of 10 ms.
  const Beat beat_;
  mutable webrtc::Mutex mutex_;
  TestAudioOptions options_ RTC_GUARDED_BY(mutex_);
  // On the pacer's queue.
  std::vector<int16_t> samples_;
  Pacer pacer_;
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_TEST_AUDIO_SOURCE_H_
