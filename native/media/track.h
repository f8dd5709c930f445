#ifndef NATIVE_MEDIA_TRACK_H_
#define NATIVE_MEDIA_TRACK_H_

#include <memory>
#include <string>

#include "absl/functional/any_invocable.h"
#include "native/engine/engine.h"
#include "native/media/feed.h"

namespace nlw {

// One of JavaScript's tracks. Any thread, but where said; what it asks of the
// signaling thread, without waiting, keeps its order. Dropped, it lets go of
// libwebrtc's track; what sends that keeps it, and its source.
class Track : public Tenants::Tenant {
 public:
  static std::shared_ptr<Track> Create(Engine& engine,
                                       std::unique_ptr<Feed> feed);
  ~Track() override;

  bool is_video() const { return is_video_; }

  std::shared_ptr<Track> Clone(std::string track_id) const;
  template <typename Options>
  void Configure(const Options& options) {
    feed_->Configure(options);
  }
  void SetEnabled(bool enabled);
  void SetContentHint(webrtc::VideoTrackInterface::ContentHint hint);
  void Stop();
  void AddReader(std::shared_ptr<TrackReader> reader);
  void RemoveReader(std::shared_ptr<TrackReader> reader);

  // Signaling thread.
  rtc::scoped_refptr<webrtc::MediaStreamTrackInterface> Get() const {
    return feed_->GetTrack();
  }

 private:
  Track(Engine& engine, std::unique_ptr<Feed> feed);

  void Post(absl::AnyInvocable<void(Feed&) &&> call);
  void OnMoveOut() override { feed_ = nullptr; }

  Engine& engine_;
  const bool is_video_;
  // Null once the engine has ended.
  std::unique_ptr<Feed> feed_;
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_TRACK_H_
