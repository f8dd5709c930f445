#include "native/media/video_feed.h"

#include <utility>

#include "native/media/test_pattern.h"

namespace nlw {

class VideoFeed::Reader : public VideoFanOut::Sink {
 public:
  explicit Reader(Readers readers) : readers_(std::move(readers)) {}

 private:
  void OnFrame(const webrtc::VideoFrame& frame) override {
    const auto buffer = frame.video_frame_buffer()->ToI420();
    if (buffer) {
      readers_.video({frame.width(), frame.height(), ReadTestPattern(*buffer),
                      MeanLuma(*buffer), frame.timestamp_us()});
    }
  }

  const Readers readers_;
};

VideoFeed::VideoFeed(webrtc::PeerConnectionFactoryInterface* factory,
                     std::string track_id,
                     rtc::scoped_refptr<VideoSource> source)
    : factory_(factory),
      track_id_(std::move(track_id)),
      source_(std::move(source)) {}

VideoFeed::~VideoFeed() {
  StopReading();
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

void VideoFeed::StartReading(Readers readers) {
  if (!reader_) {
    reader_ = std::make_unique<Reader>(std::move(readers));
    Track().AddOrUpdateSink(reader_.get(), rtc::VideoSinkWants());
  }
}

void VideoFeed::StopReading() {
  if (reader_) {
    track_->RemoveSink(reader_.get());
    reader_ = nullptr;
  }
}

webrtc::VideoTrackInterface& VideoFeed::Track() {
  if (!track_) {
    track_ = factory_->CreateVideoTrack(source_, track_id_);
  }
  return *track_;
}

}  // namespace nlw
