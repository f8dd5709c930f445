#ifndef NATIVE_MEDIA_AUDIO_FEED_H_
#define NATIVE_MEDIA_AUDIO_FEED_H_

#include <memory>
#include <string>
#include <vector>

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
  void AddReader(std::shared_ptr<TrackReader> reader) override;
  void RemoveReader(const std::shared_ptr<TrackReader>& reader) override;

 private:
  webrtc::AudioTrackInterface& Track();

  webrtc::PeerConnectionFactoryInterface* const factory_;
  const std::string track_id_;
  const rtc::scoped_refptr<AudioSource> source_;
  // Null until it is needed.
  rtc::scoped_refptr<webrtc::AudioTrackInterface> track_;
  std::vector<std::shared_ptr<TrackReader>> readers_;
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_AUDIO_FEED_H_
