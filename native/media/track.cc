#include "native/media/track.h"

#include <utility>

namespace nlw {

std::shared_ptr<Track> Track::Create(Engine& engine,
                                     int id,
                                     std::unique_ptr<Feed> feed) {
  std::shared_ptr<Track> track(new Track(engine, id, std::move(feed)));
  engine.tenants().Add(track);
  return track;
}

Track::Track(Engine& engine, int id, std::unique_ptr<Feed> feed)
    : engine_(engine),
      id_(id),
      is_video_(feed->is_video()),
      feed_(std::move(feed)) {}

Track::~Track() {
  if (feed_) {
    engine_.tenants().Remove(this);
    if (!engine_.signaling()->IsCurrent()) {
      engine_.signaling()->PostTask([feed = std::move(feed_)] {});
    }
  }
}

std::shared_ptr<Track> Track::Clone(int id, std::string track_id) const {
  return Create(engine_, id, feed_->Clone(std::move(track_id)));
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

void Track::StartReading(Readers readers) {
  Post([readers = std::move(readers)](Feed& feed) mutable {
    feed.StartReading(std::move(readers));
  });
}

void Track::StopReading() {
  Post([](Feed& feed) { feed.StopReading(); });
}

void Track::Post(absl::AnyInvocable<void(Feed&) &&> call) {
  auto self = std::static_pointer_cast<Track>(shared_from_this());
  engine_.signaling()->PostTask(
      [self = std::move(self), call = std::move(call)]() mutable {
        if (self->feed_) {
          std::move(call)(*self->feed_);
        }
      });
}

}  // namespace nlw
