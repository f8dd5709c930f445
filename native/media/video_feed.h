#ifndef NATIVE_MEDIA_VIDEO_FEED_H_
#define NATIVE_MEDIA_VIDEO_FEED_H_

#include <memory>
#include <string>
#include <vector>

#include "api/peer_connection_interface.h"
#include "native/media/feed.h"
#include "native/media/video_source.h"

namespace nlw {

class VideoFeed : public Feed {
 public:
  // Any thread.
  VideoFeed(webrtc::PeerConnectionFactoryInterface* factory,
            std::string track_id,
            rtc::scoped_refptr<VideoSource> source);
  ~VideoFeed() override;

  bool is_video() const override { return true; }
  std::unique_ptr<Feed> Clone(std::string track_id) const override;
  void Configure(const TestVideoOptions& options) override;

  rtc::scoped_refptr<webrtc::MediaStreamTrackInterface> GetTrack() override;
  void SetEnabled(bool enabled) override;
  void SetContentHint(webrtc::VideoTrackInterface::ContentHint hint) override;
  void Stop() override;
  void AddReader(std::shared_ptr<TrackReader> reader) override;
  void RemoveReader(const std::shared_ptr<TrackReader>& reader) override;

 private:
  webrtc::VideoTrackInterface& Track();

  webrtc::PeerConnectionFactoryInterface* const factory_;
  const std::string track_id_;
  const rtc::scoped_refptr<VideoSource> source_;
  // Null until it is needed.
  rtc::scoped_refptr<webrtc::VideoTrackInterface> track_;
  std::vector<std::shared_ptr<TrackReader>> readers_;
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_VIDEO_FEED_H_
