// Tracks through connections.

#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "api/stats/rtcstats_objects.h"
#include "test/native/check.h"
#include "test/native/media_peer.h"
#include "test/native/tracks.h"

namespace nlw {
namespace {

// Until a frame is as it should be: at first, encoders adapt its size.
template <typename Condition>
bool EventuallyReads(Engine& engine,
                     const TrackPtr& track,
                     Condition condition) {
  Watch watch(track);
  const bool holds = Eventually([&] {
    const auto video = watch.video();
    return !video.empty() && condition(video.back());
  });
  watch.Stop(engine);
  return holds;
}

template <typename Stats>
Stats VideoStats(Peer& peer) {
  struct Collector : webrtc::RTCStatsCollectorCallback {
    void OnStatsDelivered(
        const rtc::scoped_refptr<const webrtc::RTCStatsReport>& result)
        override {
      report = result;
      done.Set();
    }
    rtc::scoped_refptr<const webrtc::RTCStatsReport> report;
    rtc::Event done;
  };
  auto collector = rtc::make_ref_counted<Collector>();
  peer.connection()->GetStats(collector.get());
  CHECK(collector->done.Wait(webrtc::TimeDelta::Seconds(5)));
  for (const Stats* stats :
       collector->report->template GetStatsOfType<Stats>()) {
    if (*stats->kind == "video") {
      return *stats;
    }
  }
  return Stats("none", webrtc::Timestamp::Zero());
}
using Inbound = webrtc::RTCInboundRtpStreamStats;
using Outbound = webrtc::RTCOutboundRtpStreamStats;

void CountersAndTonesArriveThrough(const std::string& codec) {
  const auto engine = Engine::Create();
  Peer a(engine.get());
  Peer b(engine.get());
  Send(*engine, a, VideoTrack(*engine));
  Prefer(*engine, a, codec);
  Send(*engine, a, AudioTrack(*engine));
  Peer::Connect(a, b);
  const TrackPtr video = RemoteTrack(*engine, b, cricket::MEDIA_TYPE_VIDEO);
  const TrackPtr audio = RemoteTrack(*engine, b, cricket::MEDIA_TYPE_AUDIO);
  CheckCounts(ReadVideo(*engine, video, 20));
  Watch watch(audio);
  CHECK(Eventually([&] {
    const auto readings = watch.audio();
    return !readings.empty() && readings.back().frequency &&
           std::abs(*readings.back().frequency - 440) < 5 &&
           std::abs(readings.back().level - 0.5 / std::sqrt(2)) < 0.05;
  }));
  watch.Stop(*engine);
}

void NothingIsDecodedWhileNobodyReads() {
  const auto engine = Engine::Create();
  Peer a(engine.get());
  Peer b(engine.get());
  Send(*engine, a, VideoTrack(*engine));
  Peer::Connect(a, b);
  const TrackPtr track = RemoteTrack(*engine, b, cricket::MEDIA_TYPE_VIDEO);
  // The connection was there before the gate: a slow machine may have decoded.
  CHECK(Eventually(
      [&] { return VideoStats<Inbound>(b).frames_dropped.value_or(0) > 10; }));
  const uint32_t before = *VideoStats<Inbound>(b).frames_decoded;
  CHECK(
      Eventually([&] { return *VideoStats<Inbound>(b).frames_dropped > 40; }));
  CHECK(*VideoStats<Inbound>(b).frames_decoded == before);
  CHECK(*VideoStats<Outbound>(a).pli_count == 0);

  CheckCounts(ReadVideo(*engine, track, 10));
  const uint32_t decoded = *VideoStats<Inbound>(b).frames_decoded;
  CHECK(decoded >= before + 10);
  CHECK(*VideoStats<Outbound>(a).pli_count >= 1);

  // And again, since nobody reads any more.
  const uint32_t dropped = *VideoStats<Inbound>(b).frames_dropped;
  CHECK(Eventually(
      [&] { return *VideoStats<Inbound>(b).frames_dropped > dropped + 30; }));
  // What was in the jitter buffer.
  CHECK(*VideoStats<Inbound>(b).frames_decoded < decoded + 15);
  CheckCounts(ReadVideo(*engine, track->Clone("clone"), 10));
}

void ATrackInTwoConnections() {
  const auto engine = Engine::Create();
  const TrackPtr source = VideoTrack(*engine);
  Peer a(engine.get());
  Peer b(engine.get());
  Peer c(engine.get());
  Peer d(engine.get());
  Send(*engine, a, source);
  Send(*engine, c, source);
  Peer::Connect(a, b);
  Peer::Connect(c, d);
  // Each as its own connection wants it.
  const auto sender = a.connection()->GetSenders()[0];
  webrtc::RtpParameters parameters = sender->GetParameters();
  parameters.encodings[0].scale_resolution_down_by = 4;
  CHECK(sender->SetParameters(parameters).ok());
  const TrackPtr small = RemoteTrack(*engine, b, cricket::MEDIA_TYPE_VIDEO);
  const TrackPtr large = RemoteTrack(*engine, d, cricket::MEDIA_TYPE_VIDEO);
  CHECK(EventuallyReads(*engine, small, [](const VideoReading& reading) {
    return reading.width == 80 && reading.counter;
  }));
  CHECK(EventuallyReads(*engine, large, [](const VideoReading& reading) {
    return reading.width == 320 && reading.counter;
  }));
  // One connection ends; the other goes on.
  a.Close();
  CheckCounts(ReadVideo(*engine, large, 5));
}

void RemoteTracksCanBeSentOn() {
  const auto engine = Engine::Create();
  Peer a(engine.get());
  Peer b(engine.get());
  Peer c(engine.get());
  Peer d(engine.get());
  Send(*engine, a, VideoTrack(*engine));
  Peer::Connect(a, b);
  Send(*engine, c, RemoteTrack(*engine, b, cricket::MEDIA_TYPE_VIDEO));
  Peer::Connect(c, d);
  const TrackPtr last = RemoteTrack(*engine, d, cricket::MEDIA_TYPE_VIDEO);
  CheckCounts(ReadVideo(*engine, last, 10));
}

void TracksOutliveConnectionsAndEngines() {
  TrackPtr remote;
  TrackPtr local;
  int descriptors = 0;
  for (int round = 0; round < 3; ++round) {
    auto engine = Engine::Create();
    local = VideoTrack(*engine);
    {
      Peer a(engine.get());
      Peer b(engine.get());
      Send(*engine, a, local);
      Send(*engine, a, AudioTrack(*engine));
      Peer::Connect(a, b);
      remote = RemoteTrack(*engine, b, cricket::MEDIA_TYPE_VIDEO);
      CheckCounts(ReadVideo(*engine, remote, 3));
      // Both stay open, with media under way and a reader.
      remote->AddReader(std::make_shared<GatheringReader>());
      CHECK(Eventually([&] {
        return VideoStats<Inbound>(b).frames_decoded.value_or(0) > 5;
      }));
    }
    remote->SetEnabled(false);
    remote->Clone("clone")->AddReader(std::make_shared<GatheringReader>());
    CheckCounts(ReadVideo(*engine, local, 3));
    engine = nullptr;
    CHECK(Eventually([] { return CountThreads() == 1; }));
    if (round == 0) {
      descriptors = CountDescriptors();
    }
    CHECK(CountDescriptors() == descriptors);
  }
}

}  // namespace
}  // namespace nlw

int main() {
  nlw::CountersAndTonesArriveThrough("VP8");
  nlw::CountersAndTonesArriveThrough("VP9");
  nlw::NothingIsDecodedWhileNobodyReads();
  nlw::ATrackInTwoConnections();
  nlw::RemoteTracksCanBeSentOn();
  nlw::TracksOutliveConnectionsAndEngines();
  std::puts("media_test: ok");
  return 0;
}
