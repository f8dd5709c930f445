#ifndef NATIVE_MEDIA_REMOTE_AUDIO_SOURCE_H_
#define NATIVE_MEDIA_REMOTE_AUDIO_SOURCE_H_

#include "native/media/audio_source.h"

namespace nlw {

// The audio of a receiver, which is decoded in any case: taken from the
// receiver's own track while somebody takes it here.
class RemoteAudioSource : public AudioSource,
                          private webrtc::AudioTrackSinkInterface {
 public:
  // Any thread; the last reference is dropped on the signaling thread.
  explicit RemoteAudioSource(
      rtc::scoped_refptr<webrtc::AudioTrackInterface> track);

  rtc::scoped_refptr<AudioSource> Clone() const override;
  bool remote() const override { return true; }

 private:
  void Start() override { track_->AddSink(this); }
  void Halt() override { track_->RemoveSink(this); }
  void OnData(const void* samples,
              int bits_per_sample,
              int sample_rate,
              size_t channel_count,
              size_t frame_count,
              absl::optional<int64_t> capture_ms) override;

  const rtc::scoped_refptr<webrtc::AudioTrackInterface> track_;
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_REMOTE_AUDIO_SOURCE_H_
