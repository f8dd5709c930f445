#include "native/media/audio_feed.h"

#include <utility>

#include "native/media/tone_reader.h"

namespace nlw {

class AudioFeed::Reader : public webrtc::AudioTrackSinkInterface {
 public:
  Reader(Readers readers, const std::atomic<bool>& enabled)
      : readers_(std::move(readers)), enabled_(enabled) {}

 private:
  void OnData(const void* samples,
              int /*bits_per_sample*/,
              int sample_rate,
              size_t channel_count,
              size_t frame_count) override {
    std::optional<AudioReading> reading =
        tones_.Read({static_cast<const int16_t*>(samples), sample_rate,
                     channel_count, frame_count});
    if (!reading) {
      return;
    }
    if (!enabled_) {
      reading->level = 0;
      reading->frequency.reset();
    }
    readers_.audio(*reading);
  }

  const Readers readers_;
  const std::atomic<bool>& enabled_;
  ToneReader tones_;
};

AudioFeed::AudioFeed(webrtc::PeerConnectionFactoryInterface* factory,
                     std::string track_id,
                     rtc::scoped_refptr<AudioSource> source)
    : factory_(factory),
      track_id_(std::move(track_id)),
      source_(std::move(source)) {}

AudioFeed::~AudioFeed() {
  StopReading();
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
  enabled_ = enabled;
  Track().set_enabled(enabled);
}

void AudioFeed::Stop() {
  source_->Stop();
}

void AudioFeed::StartReading(Readers readers) {
  if (!reader_) {
    reader_ = std::make_unique<Reader>(std::move(readers), enabled_);
    Track().AddSink(reader_.get());
  }
}

void AudioFeed::StopReading() {
  if (reader_) {
    track_->RemoveSink(reader_.get());
    reader_ = nullptr;
  }
}

webrtc::AudioTrackInterface& AudioFeed::Track() {
  if (!track_) {
    track_ = factory_->CreateAudioTrack(track_id_, source_.get());
  }
  return *track_;
}

}  // namespace nlw
