#ifndef TEST_NATIVE_VIDEO_CALL_H_
#define TEST_NATIVE_VIDEO_CALL_H_

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "api/stats/rtcstats_objects.h"
#include "native/codecs/video_codec_table.h"
#include "rtc_base/synchronization/mutex.h"
#include "test/native/check.h"
#include "test/native/media_peer.h"
#include "test/native/tracks.h"

namespace nlw {

// Under memcheck pictures come slowly.
inline constexpr std::chrono::seconds kCallPatience(60);

// A test track in VP8 from one peer to another, of one engine with `tables`.
class VideoCall {
 public:
  explicit VideoCall(const VideoCodecTables& tables)
      : engine_(Engine::Create(tables)),
        sent_(VideoTrack(*engine_, {320, 240, 60})),
        a_(engine_.get()),
        b_(engine_.get()) {
    Send(*engine_, a_, sent_);
    Prefer(*engine_, a_, "VP8");
    Peer::Connect(a_, b_);
    received_ = RemoteTrack(*engine_, b_, cricket::MEDIA_TYPE_VIDEO);
    watch_.emplace(received_);
  }
  ~VideoCall() { watch_->Stop(*engine_); }

  // Pictures go on arriving.
  void Flows() {
    const size_t before = watch_->video().size();
    CHECK(Eventually([&] { return watch_->video().size() > before + 20; },
                     kCallPatience));
  }
  void ArrivesWide(int width) {
    CHECK(Eventually(
        [&] {
          const auto video = watch_->video();
          return !video.empty() && video.back().width == width &&
                 video.back().counter;
        },
        kCallPatience));
  }
  void EncodedBy(const std::string& name) {
    CHECK(Eventually(
        [&] { return Outbound()->encoder_implementation.value_or("") == name; },
        kCallPatience));
  }
  void DecodedBy(const std::string& name) {
    CHECK(Eventually(
        [&] {
          return Only<webrtc::RTCInboundRtpStreamStats>(b_)
                     ->decoder_implementation.value_or("") == name;
        },
        kCallPatience));
  }
  // Of the receiver, when it lacks something.
  uint32_t KeyFrameRequests() { return Outbound()->pli_count.value_or(0); }
  uint32_t KeyFrames() { return Outbound()->key_frames_encoded.value_or(0); }
  void Resize(const TestVideoOptions& options) { sent_->Configure(options); }

 private:
  class Collected : public webrtc::RTCStatsCollectorCallback {
   public:
    void OnStatsDelivered(
        const rtc::scoped_refptr<const webrtc::RTCStatsReport>& report)
        override {
      webrtc::MutexLock lock(&mutex_);
      report_ = report;
    }
    rtc::scoped_refptr<const webrtc::RTCStatsReport> report() {
      webrtc::MutexLock lock(&mutex_);
      return report_;
    }

   private:
    webrtc::Mutex mutex_;
    rtc::scoped_refptr<const webrtc::RTCStatsReport> report_;
  };

  const webrtc::RTCOutboundRtpStreamStats* Outbound() {
    return Only<webrtc::RTCOutboundRtpStreamStats>(a_);
  }

  // Of one kind there is one.
  template <typename Stats>
  const Stats* Only(Peer& peer) {
    const auto collected = rtc::make_ref_counted<Collected>();
    peer.connection()->GetStats(collected.get());
    CHECK(Eventually([&] { return collected->report() != nullptr; },
                     kCallPatience));
    report_ = collected->report();
    const auto stats = report_->template GetStatsOfType<Stats>();
    CHECK(stats.size() == 1);
    return stats[0];
  }

  const std::unique_ptr<Engine> engine_;
  const TrackPtr sent_;
  Peer a_;
  Peer b_;
  TrackPtr received_;
  std::optional<Watch> watch_;
  rtc::scoped_refptr<const webrtc::RTCStatsReport> report_;
};

}  // namespace nlw

#endif  // TEST_NATIVE_VIDEO_CALL_H_
