#ifndef NATIVE_MEDIA_AUDIO_FEED_H_
#define NATIVE_MEDIA_AUDIO_FEED_H_

#include <atomic>
#include <memory>
#include <string>

#include "api/peer_connection_interface.h"
#include "native/media/audio_source.h"
#include "native/media/feed.h"

namespace nlw {

class AudioFeed : public Feed {
 public:
  // Any thread.
  AudioFeed(webrtc::PeerConnectionFactoryInterface* factory,
            std::string track_id,
            rtc::scoped_refptr<AudioSource> source);
  ~AudioFeed() override;

  bool is_video() const override { return false; }
  std::unique_ptr<Feed> Clone(std::string track_id) const override;
  void Configure(const TestAudioOptions& options) override;

  rtc::scoped_refptr<webrtc::MediaStreamTrackInterface> GetTrack() override;
  void SetEnabled(bool enabled) override;
  // Of video; what hints say of audio, libwebrtc does not heed.
  void SetContentHint(webrtc::VideoTrackInterface::ContentHint) override {}
  void Stop() override;
  void StartReading(Readers readers) override;
  void StopReading() override;

 private:
  class Reader;

  webrtc::AudioTrackInterface& Track();

  webrtc::PeerConnectionFactoryInterface* const factory_;
  const std::string track_id_;
  const rtc::scoped_refptr<AudioSource> source_;
  // Senders mute by libwebrtc's track, the reader by this.
  std::atomic<bool> enabled_ = true;
  // Null until it is needed.
  rtc::scoped_refptr<webrtc::AudioTrackInterface> track_;
  std::unique_ptr<Reader> reader_;
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_AUDIO_FEED_H_
