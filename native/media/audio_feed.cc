#include "native/media/audio_feed.h"

#include <utility>

namespace nlw {

AudioFeed::AudioFeed(webrtc::PeerConnectionFactoryInterface* factory,
                     std::string track_id,
                     rtc::scoped_refptr<AudioSource> source)
    : factory_(factory),
      track_id_(std::move(track_id)),
      source_(std::move(source)) {}

AudioFeed::~AudioFeed() {
  for (const auto& reader : readers_) {
    source_->RemoveReader(reader.get());
  }
}

std::unique_ptr<Feed> AudioFeed::Clone(std::string track_id) const {
  return std::make_unique<AudioFeed>(factory_, std::move(track_id),
                                     source_->Clone());
}

void AudioFeed::Configure(const TestAudioOptions& options) {
  source_->Configure(options);
}

rtc::scoped_refptr<webrtc::MediaStreamTrackInterface> AudioFeed::GetTrack() {
  Track();
  return track_;
}

void AudioFeed::SetEnabled(bool enabled) {
  source_->SetReadable(enabled);
  Track().set_enabled(enabled);
}

void AudioFeed::Stop() {
  source_->Stop();
}

void AudioFeed::AddReader(std::shared_ptr<TrackReader> reader) {
  source_->AddReader(reader.get());
  readers_.push_back(std::move(reader));
}

void AudioFeed::RemoveReader(const std::shared_ptr<TrackReader>& reader) {
  if (std::erase(readers_, reader) > 0) {
    source_->RemoveReader(reader.get());
  }
}

webrtc::AudioTrackInterface& AudioFeed::Track() {
  if (!track_) {
    track_ = factory_->CreateAudioTrack(track_id_, source_.get());
  }
  return *track_;
}

}  // namespace nlw
