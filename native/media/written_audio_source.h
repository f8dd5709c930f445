#ifndef NATIVE_MEDIA_WRITTEN_AUDIO_SOURCE_H_
#define NATIVE_MEDIA_WRITTEN_AUDIO_SOURCE_H_

#include <memory>

#include "native/media/audio_input.h"
#include "native/media/audio_source.h"

namespace nlw {

// What the program writes, as one track gives it.
class WrittenAudioSource : public AudioSource {
 public:
  // Any thread; the last reference is dropped on the signaling thread.
  explicit WrittenAudioSource(std::shared_ptr<AudioInput> input);

  rtc::scoped_refptr<AudioSource> Clone() const override;
  bool remote() const override { return false; }

  // Of the input.
  void OnBlock(const AudioBlock& block) { Deliver(block); }

 private:
  void Start() override { input_->Add(this); }
  void Halt() override { input_->Remove(this); }

  const std::shared_ptr<AudioInput> input_;
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_WRITTEN_AUDIO_SOURCE_H_
