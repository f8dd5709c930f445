#include "native/media/track.h"

#include <utility>

namespace nlw {

std::shared_ptr<Track> Track::Create(Engine& engine,
                                     std::unique_ptr<Feed> feed) {
  std::shared_ptr<Track> track(new Track(engine, std::move(feed)));
  engine.tenants().Add(track);
  return track;
}

Track::Track(Engine& engine, std::unique_ptr<Feed> feed)
    : engine_(engine), is_video_(feed->is_video()), feed_(std::move(feed)) {}

Track::~Track() {
  if (feed_) {
    engine_.tenants().Remove(this);
    if (!engine_.signaling()->IsCurrent()) {
      engine_.signaling()->PostTask([feed = std::move(feed_)] {});
    }
  }
}

std::shared_ptr<Track> Track::Clone(std::string track_id) const {
  return Create(engine_, feed_->Clone(std::move(track_id)));
}

void Track::SetEnabled(bool enabled) {
  Post([enabled](Feed& feed) { feed.SetEnabled(enabled); });
}

void Track::SetContentHint(webrtc::VideoTrackInterface::ContentHint hint) {
  Post([hint](Feed& feed) { feed.SetContentHint(hint); });
}

void Track::Stop() {
  Post([](Feed& feed) { feed.Stop(); });
}

void Track::AddReader(std::shared_ptr<TrackReader> reader) {
  Post([reader = std::move(reader)](Feed& feed) mutable {
    feed.AddReader(std::move(reader));
  });
}

void Track::RemoveReader(std::shared_ptr<TrackReader> reader) {
  Post([reader = std::move(reader)](Feed& feed) { feed.RemoveReader(reader); });
}

void Track::Post(absl::AnyInvocable<void(Feed&) &&> call) {
  auto self = std::static_pointer_cast<Track>(shared_from_this());
  engine_.track_calls().Begin();
  engine_.signaling()->PostTask(
      [self = std::move(self), call = std::move(call)]() mutable {
        if (self->feed_) {
          std::move(call)(*self->feed_);
        }
        self->engine_.track_calls().End();
      });
}

}  // namespace nlw
