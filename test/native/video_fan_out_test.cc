// Sinks get frames as each of them wants them.

#include "native/media/video_fan_out.h"

#include <optional>

#include "api/video/i420_buffer.h"
#include "native/media/test_pattern.h"
#include "rtc_base/time_utils.h"
#include "test/native/check.h"

namespace nlw {
namespace {

class Sink : public VideoFanOut::Sink {
 public:
  void OnFrame(const webrtc::VideoFrame& frame) override {
    last.emplace(frame);
    ++frames;
  }
  void OnDiscardedFrame() override { ++discarded; }

  std::optional<uint32_t> Counter() const {
    return ReadTestPattern(*last->video_frame_buffer()->ToI420());
  }

  std::optional<webrtc::VideoFrame> last;
  int frames = 0;
  int discarded = 0;
};

// 30 a second.
webrtc::VideoFrame Frame(
    int number,
    webrtc::VideoRotation rotation = webrtc::kVideoRotation_0) {
  const auto buffer = webrtc::I420Buffer::Create(640, 480);
  DrawTestPattern(number, *buffer);
  return webrtc::VideoFrame::Builder()
      .set_video_frame_buffer(buffer)
      .set_timestamp_us(int64_t{number} * rtc::kNumMicrosecsPerSec / 30)
      .set_rotation(rotation)
      .build();
}

void EachSinkIsAdaptedTo() {
  VideoFanOut fan_out;
  CHECK(fan_out.empty());
  Sink plain;
  Sink small;
  Sink slow;
  Sink black;
  rtc::VideoSinkWants wants;
  fan_out.AddOrUpdate(&plain, wants);
  wants.max_pixel_count = 320 * 240;
  fan_out.AddOrUpdate(&small, wants);
  wants = {};
  wants.max_framerate_fps = 10;
  fan_out.AddOrUpdate(&slow, wants);
  wants = {};
  wants.black_frames = true;
  fan_out.AddOrUpdate(&black, wants);
  for (int number = 1; number <= 60; ++number) {
    fan_out.OnFrame(Frame(number));
    CHECK(plain.Counter() == static_cast<uint32_t>(number));
    CHECK(small.Counter() == static_cast<uint32_t>(number));
    CHECK(!black.Counter());
  }
  CHECK(plain.frames == 60 && plain.last->width() == 640);
  CHECK(small.frames == 60 && small.last->width() == 320);
  CHECK(slow.frames >= 18 && slow.frames <= 24 && slow.last->width() == 640);
  CHECK(slow.frames + slow.discarded == 60);
  CHECK(black.frames == 60 && black.last->width() == 640);

  // What a sink wants can change.
  fan_out.AddOrUpdate(&black, rtc::VideoSinkWants());
  fan_out.Remove(&plain);
  fan_out.OnFrame(Frame(61));
  CHECK(black.Counter() == 61u && plain.frames == 60);
  for (Sink* sink : {&small, &slow, &black}) {
    fan_out.Remove(sink);
  }
  CHECK(fan_out.empty());
}

void FramesAreTurnedForThoseThatCannot() {
  VideoFanOut fan_out;
  Sink as_it_is;
  Sink upright;
  rtc::VideoSinkWants wants;
  fan_out.AddOrUpdate(&as_it_is, wants);
  wants.rotation_applied = true;
  fan_out.AddOrUpdate(&upright, wants);
  fan_out.OnFrame(Frame(1, webrtc::kVideoRotation_90));
  CHECK(as_it_is.last->rotation() == webrtc::kVideoRotation_90);
  CHECK(as_it_is.last->width() == 640);
  CHECK(upright.last->rotation() == webrtc::kVideoRotation_0);
  CHECK(upright.last->width() == 480 && upright.last->height() == 640);
}

}  // namespace
}  // namespace nlw

int main() {
  nlw::EachSinkIsAdaptedTo();
  nlw::FramesAreTurnedForThoseThatCannot();
  std::puts("video_fan_out_test: ok");
  return 0;
}
