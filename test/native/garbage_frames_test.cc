// A peer may put anything into its frames.

#include <atomic>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "api/frame_transformer_interface.h"
#include "native/codecs/skip_mark.h"
#include "test/native/check.h"
#include "test/native/media_peer.h"
#include "test/native/tracks.h"

namespace nlw {
namespace {

// Changes every other frame between an encoder and the network.
class Garbler : public webrtc::FrameTransformerInterface {
 public:
  explicit Garbler(uint32_t seed) : random_(seed) {}

  void Transform(
      std::unique_ptr<webrtc::TransformableFrameInterface> frame) override {
    std::vector<uint8_t> payload(frame->GetData().begin(),
                                 frame->GetData().end());
    switch (garbling_ ? random_() % 8 : 0) {
      case 1:
        payload.resize(1 + random_() % payload.size());
        break;
      case 2:
        payload.assign(1 + random_() % 2000, static_cast<uint8_t>(random_()));
        break;
      case 3: {
        const auto mark = PayloadOf(SkipMark::kSkip);
        payload.assign(mark.begin(), mark.end());
        break;
      }
      case 4:
        for (uint8_t& byte : payload) {
          byte = static_cast<uint8_t>(random_());
        }
        break;
      case 5:
        for (int i = 0; i < 5; ++i) {
          payload[random_() % std::min<size_t>(payload.size(), 40)] ^=
              1 << random_() % 8;
        }
        break;
      default:
        break;
    }
    frame->SetData(payload);
    ++frames_;
    callback_->OnTransformedFrame(std::move(frame));
  }
  void RegisterTransformedFrameSinkCallback(
      rtc::scoped_refptr<webrtc::TransformedFrameCallback> callback,
      uint32_t) override {
    callback_ = std::move(callback);
  }
  void UnregisterTransformedFrameSinkCallback(uint32_t) override {
    callback_ = nullptr;
  }

  int frames() const { return frames_; }
  void Stop() { garbling_ = false; }

 private:
  std::mt19937 random_;
  std::atomic<bool> garbling_ = true;
  std::atomic<int> frames_ = 0;
  rtc::scoped_refptr<webrtc::TransformedFrameCallback> callback_;
};

// Under memcheck an encoder gives fewer than 20 frames a second.
constexpr std::chrono::seconds kPatience(60);

void VideoComesBackAfterGarbage(const std::string& codec, uint32_t seed) {
  std::printf("%s, seed %u\n", codec.c_str(), seed);
  const auto engine = Engine::Create();
  Peer a(engine.get());
  Peer b(engine.get());
  Send(*engine, a, VideoTrack(*engine, {320, 240, 100}));
  Prefer(*engine, a, codec);
  const auto garbler = rtc::make_ref_counted<Garbler>(seed);
  a.connection()->GetSenders()[0]->SetEncoderToPacketizerFrameTransformer(
      garbler);
  Peer::Connect(a, b);
  const TrackPtr track = RemoteTrack(*engine, b, cricket::MEDIA_TYPE_VIDEO);
  Watch watch(track);
  CHECK(Eventually([&] { return garbler->frames() > 200; }, kPatience));
  garbler->Stop();
  const size_t garbage = watch.video().size();
  CHECK(Eventually(
      [&] {
        const auto video = watch.video();
        return video.size() > garbage + 10 && video.back().counter;
      },
      kPatience));
  watch.Stop(*engine);
}

}  // namespace
}  // namespace nlw

int main() {
  const uint32_t seed = std::random_device()();
  nlw::VideoComesBackAfterGarbage("VP8", seed);
  nlw::VideoComesBackAfterGarbage("VP9", seed);
  nlw::VideoComesBackAfterGarbage("H264", seed);
  nlw::VideoComesBackAfterGarbage("AV1", seed);
  std::puts("garbage_frames_test: ok");
  return 0;
}
