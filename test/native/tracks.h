#ifndef TEST_NATIVE_TRACKS_H_
#define TEST_NATIVE_TRACKS_H_

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "native/media/audio_feed.h"
#include "native/media/pattern_reader.h"
#include "native/media/test_audio_source.h"
#include "native/media/test_video_source.h"
#include "native/media/track.h"
#include "native/media/video_feed.h"
#include "test/native/check.h"

namespace nlw {

using TrackPtr = std::shared_ptr<Track>;

inline constexpr TestVideoOptions kSmall = {320, 240, 30};

inline TrackPtr VideoTrack(Engine& engine,
                           const TestVideoOptions& options = kSmall) {
  return Track::Create(
      engine, std::make_unique<VideoFeed>(
                  engine.factory(), "video",
                  rtc::make_ref_counted<TestVideoSource>(engine, options)));
}

inline TrackPtr AudioTrack(Engine& engine,
                           const TestAudioOptions& options = {}) {
  return Track::Create(
      engine, std::make_unique<AudioFeed>(
                  engine.factory(), "audio",
                  rtc::make_ref_counted<TestAudioSource>(engine, options)));
}

class GatheringReader : public PatternReader {
 public:
  std::vector<VideoReading> video() const {
    std::lock_guard lock(mutex_);
    return video_;
  }
  std::vector<AudioReading> audio() const {
    std::lock_guard lock(mutex_);
    return audio_;
  }

 private:
  void OnReading(const VideoReading& reading) override {
    std::lock_guard lock(mutex_);
    video_.push_back(reading);
  }
  void OnReading(const AudioReading& reading) override {
    std::lock_guard lock(mutex_);
    audio_.push_back(reading);
  }

  mutable std::mutex mutex_;
  std::vector<VideoReading> video_;
  std::vector<AudioReading> audio_;
};

// Gathers what a track gives while it lives.
class Watch {
 public:
  explicit Watch(TrackPtr track) : track_(std::move(track)) {
    track_->AddReader(reader_);
  }

  // The engine's threads call this object no more.
  void Stop(Engine& engine) {
    track_->RemoveReader(reader_);
    engine.signaling()->BlockingCall([] {});
  }

  std::vector<VideoReading> video() const { return reader_->video(); }
  std::vector<AudioReading> audio() const { return reader_->audio(); }

 private:
  const TrackPtr track_;
  const std::shared_ptr<GatheringReader> reader_ =
      std::make_shared<GatheringReader>();
};

// Waits for so many more.
inline std::vector<VideoReading> ReadVideo(Engine& engine,
                                           const TrackPtr& track,
                                           size_t count) {
  Watch watch(track);
  CHECK(Eventually([&] { return watch.video().size() >= count; }));
  watch.Stop(engine);
  return watch.video();
}

inline std::vector<AudioReading> ReadAudio(Engine& engine,
                                           const TrackPtr& track,
                                           size_t count) {
  Watch watch(track);
  CHECK(Eventually([&] { return watch.audio().size() >= count; }));
  watch.Stop(engine);
  return watch.audio();
}

// They rise.
inline void CheckCounts(const std::vector<VideoReading>& readings) {
  for (size_t i = 0; i < readings.size(); ++i) {
    CHECK(readings[i].counter);
    CHECK(i == 0 || *readings[i].counter > *readings[i - 1].counter);
    CHECK(i == 0 || readings[i].timestamp_us > readings[i - 1].timestamp_us);
  }
}

}  // namespace nlw

#endif  // TEST_NATIVE_TRACKS_H_
