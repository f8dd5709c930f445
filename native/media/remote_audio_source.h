#ifndef NATIVE_MEDIA_REMOTE_AUDIO_SOURCE_H_
#define NATIVE_MEDIA_REMOTE_AUDIO_SOURCE_H_

#include "native/engine/received_audio.h"
#include "native/media/audio_source.h"

namespace nlw {

// The audio of a receiver, which is decoded in any case: taken while somebody
// takes it here. The sink of the receiver's own track tells which blocks are
// this track's.
class RemoteAudioSource : public AudioSource,
                          private webrtc::AudioTrackSinkInterface,
                          private ReceivedAudio::Listener {
 public:
  // Any thread; the last reference is dropped on the signaling thread.
  // `received` outlives it.
  RemoteAudioSource(ReceivedAudio& received,
                    rtc::scoped_refptr<webrtc::AudioTrackInterface> track);

  rtc::scoped_refptr<AudioSource> Clone() const override;
  bool remote() const override { return true; }

 private:
  void Start() override { track_->AddSink(this); }
  void Halt() override;
  void OnData(const void* samples,
              int bits_per_sample,
              int sample_rate,
              size_t channel_count,
              size_t frame_count,
              absl::optional<int64_t> capture_ms) override;
  void OnReceived(const webrtc::AudioFrame& frame, int64_t due_us) override;

  ReceivedAudio& received_;
  const rtc::scoped_refptr<webrtc::AudioTrackInterface> track_;
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_REMOTE_AUDIO_SOURCE_H_
