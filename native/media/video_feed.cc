#include "native/media/video_feed.h"

#include <utility>

#include "api/video/video_source_interface.h"

namespace nlw {

VideoFeed::VideoFeed(webrtc::PeerConnectionFactoryInterface* factory,
                     std::string track_id,
                     rtc::scoped_refptr<VideoSource> source)
    : factory_(factory),
      track_id_(std::move(track_id)),
      source_(std::move(source)) {}

VideoFeed::~VideoFeed() {
  for (const auto& reader : readers_) {
    track_->RemoveSink(reader.get());
  }
}

std::unique_ptr<Feed> VideoFeed::Clone(std::string track_id) const {
  return std::make_unique<VideoFeed>(factory_, std::move(track_id),
                                     source_->Clone());
}

void VideoFeed::Configure(const TestVideoOptions& options) {
  source_->Configure(options);
}

rtc::scoped_refptr<webrtc::MediaStreamTrackInterface> VideoFeed::GetTrack() {
  Track();
  return track_;
}

void VideoFeed::SetEnabled(bool enabled) {
  Track().set_enabled(enabled);
}

void VideoFeed::SetContentHint(webrtc::VideoTrackInterface::ContentHint hint) {
  Track().set_content_hint(hint);
}

void VideoFeed::Stop() {
  source_->Stop();
}

void VideoFeed::AddReader(std::shared_ptr<TrackReader> reader) {
  Track().AddOrUpdateSink(reader.get(), rtc::VideoSinkWants());
  readers_.push_back(std::move(reader));
}

void VideoFeed::RemoveReader(const std::shared_ptr<TrackReader>& reader) {
  if (std::erase(readers_, reader) > 0) {
    track_->RemoveSink(reader.get());
  }
}

webrtc::VideoTrackInterface& VideoFeed::Track() {
  if (!track_) {
    track_ = factory_->CreateVideoTrack(source_, track_id_);
  }
  return *track_;
}

}  // namespace nlw
