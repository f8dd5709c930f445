// Tracks of test sources, without a connection.

#include "native/media/track.h"

#include <cmath>
#include <set>
#include <utility>

#include "test/native/tracks.h"

namespace nlw {
namespace {

void SourcesWorkWhileSomebodyTakesWhatTheyGive() {
  const auto engine = Engine::Create();
  const TrackPtr video = VideoTrack(*engine);
  const TrackPtr audio = AudioTrack(*engine, {{1000}, 0.4, 44100, 2});
  CheckCounts(ReadVideo(*engine, video, 5));
  const VideoReading picture = ReadVideo(*engine, video, 1)[0];
  CHECK(picture.width == 320 && picture.height == 240);
  for (const AudioReading& reading : ReadAudio(*engine, audio, 3)) {
    CHECK(reading.sample_rate == 44100 && reading.channel_count == 2);
    CHECK(std::abs(*reading.frequency - 1000) < 2);
    CHECK(std::abs(reading.level - 0.4 / std::sqrt(2)) < 0.01);
  }
}

void ClonesAreInPhaseAndGoTheirOwnWay() {
  const auto engine = Engine::Create();
  const TrackPtr track = VideoTrack(*engine);
  ReadVideo(*engine, track, 3);
  const TrackPtr clone = track->Clone("clone");
  CHECK(clone->is_video());
  Watch first(track);
  Watch second(clone);
  // The same number at the same time.
  CHECK(Eventually([&] {
    std::set<std::pair<uint32_t, int64_t>> seen;
    size_t common = 0;
    for (const VideoReading& reading : first.video()) {
      seen.emplace(*reading.counter, reading.timestamp_us);
    }
    for (const VideoReading& reading : second.video()) {
      common += seen.count({*reading.counter, reading.timestamp_us});
    }
    return common >= 5;
  }));
  clone->Configure(TestVideoOptions{64, 48, 100});
  CHECK(Eventually([&] { return second.video().back().width == 64; }));
  CHECK(first.video().back().width == 320);
  first.Stop(*engine);
  second.Stop(*engine);
  CheckCounts(second.video());

  const TrackPtr tone = AudioTrack(*engine);
  const TrackPtr other = tone->Clone("clone");
  other->Configure(TestAudioOptions{{880}, 0.5, 48000, 1});
  CHECK(std::abs(*ReadAudio(*engine, tone, 1)[0].frequency - 440) < 2);
  CHECK(std::abs(*ReadAudio(*engine, other, 1)[0].frequency - 880) < 2);
}

void StoppedTracksGiveNothing() {
  const auto engine = Engine::Create();
  const TrackPtr track = VideoTrack(*engine);
  const TrackPtr clone = track->Clone("clone");
  Watch watch(track);
  Watch other(clone);
  CHECK(Eventually([&] { return watch.video().size() > 2; }));
  track->Stop();
  engine->signaling()->BlockingCall([] {});
  // The frame that was under way.
  const size_t most = watch.video().size() + 1;
  const size_t then = other.video().size();
  CHECK(Eventually([&] { return other.video().size() > then + 10; }));
  CHECK(watch.video().size() <= most);
  watch.Stop(*engine);
  other.Stop(*engine);
}

void DisabledTracksAreBlackAndSilent() {
  const auto engine = Engine::Create();
  const TrackPtr video = VideoTrack(*engine);
  const TrackPtr audio = AudioTrack(*engine);
  video->SetEnabled(false);
  audio->SetEnabled(false);
  const VideoReading black = ReadVideo(*engine, video, 2)[1];
  CHECK(!black.counter && black.luma == 0 && black.width == 320);
  const AudioReading silence = ReadAudio(*engine, audio, 2)[1];
  CHECK(silence.level == 0 && !silence.frequency);
  video->SetEnabled(true);
  audio->SetEnabled(true);
  CheckCounts(ReadVideo(*engine, video, 2));
  CHECK(ReadAudio(*engine, audio, 2)[1].frequency);
}

}  // namespace
}  // namespace nlw

int main() {
  nlw::SourcesWorkWhileSomebodyTakesWhatTheyGive();
  nlw::ClonesAreInPhaseAndGoTheirOwnWay();
  nlw::StoppedTracksGiveNothing();
  nlw::DisabledTracksAreBlackAndSilent();
  std::puts("track_test: ok");
  return 0;
}
