// Frames that a program writes, on their way to sinks and readers.

#include "native/media/video_input.h"

#include <cmath>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "native/media/received_times.h"
#include "native/media/ring.h"
#include "native/media/written_video_source.h"
#include "rtc_base/time_utils.h"
#include "test/native/check.h"
#include "test/native/tracks.h"

namespace nlw {
namespace {

using webrtc::VideoFrame;

class Sink : public TrackReader {
 public:
  void OnFrame(const VideoFrame& frame) override {
    std::lock_guard lock(mutex_);
    frames_.push_back(frame);
  }
  std::vector<VideoFrame> frames() const {
    std::lock_guard lock(mutex_);
    return frames_;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<VideoFrame> frames_;
};

Pixels Gray(int width, int height) {
  const std::vector<uint8_t> bytes(ByteCount(PixelFormat::kI420, width, height),
                                   128);
  const auto planes = PlanesIn(const_cast<uint8_t*>(bytes.data()), bytes.size(),
                               PixelFormat::kI420, width, height,
                               TightLayout(PixelFormat::kI420, width, height));
  return NewPixels(Const(*planes));
}

struct Program {
  explicit Program(Engine& engine, const VideoInput::Options& options = {})
      : engine(engine),
        input(std::make_shared<VideoInput>(engine, options)),
        source(
            rtc::make_ref_counted<WrittenVideoSource>(engine.worker(), input)),
        track(Track::Create(
            engine,
            std::make_unique<VideoFeed>(engine.factory(), "video", source))) {}

  // As a sender adds itself.
  void AddSink(Sink& sink, const rtc::VideoSinkWants& wants) {
    engine.worker()->BlockingCall(
        [&] { source->AddOrUpdateSink(&sink, wants); });
  }
  void RemoveSink(Sink& sink) {
    engine.worker()->BlockingCall([&] { source->RemoveSink(&sink); });
  }
  void Write(const Pixels& pixels, int64_t timestamp_us) {
    input->Write(pixels, timestamp_us, webrtc::kVideoRotation_90,
                 absl::nullopt);
  }

  Engine& engine;
  std::shared_ptr<VideoInput> input;
  rtc::scoped_refptr<WrittenVideoSource> source;
  TrackPtr track;
};

void CheckTimestamps(const std::vector<VideoFrame>& frames, int64_t first_us) {
  for (size_t i = 0; i < frames.size(); ++i) {
    CHECK(TimestampOf(frames[i]) == first_us + static_cast<int64_t>(i) * 1000);
  }
}

void ReadersGetWhatIsWrittenAfterTheyCame() {
  const auto engine = Engine::Create();
  Program program(*engine);
  const Pixels pixels = Gray(64, 48);
  for (int round = 0; round < 50; ++round) {
    const auto reader = std::make_shared<Sink>();
    // Nobody gets this one.
    program.Write(pixels, -1);
    program.track->AddReader(reader);
    for (int i = 0; i < 10; ++i) {
      program.Write(pixels, i * 1000);
    }
    CHECK(Eventually([&] { return reader->frames().size() >= 10; }));
    program.track->RemoveReader(reader);
    program.Write(pixels, -1);
    engine->signaling()->BlockingCall([] {});
    const auto frames = reader->frames();
    CHECK(frames.size() == 10);
    CheckTimestamps(frames, 0);
    for (const VideoFrame& frame : frames) {
      // The very same memory.
      CHECK(frame.video_frame_buffer() == pixels);
      CHECK(frame.rotation() == webrtc::kVideoRotation_90);
      const ReceivedTimes times = ReceivedTimesOf(frame);
      CHECK(!times.capture_ms && !times.rtp_timestamp);
    }
  }
}

void SinksThatScaleGetAllInOrder() {
  const auto engine = Engine::Create();
  Program program(*engine);
  Sink large;
  Sink small;
  rtc::VideoSinkWants wants;
  program.AddSink(large, wants);
  wants.max_pixel_count = 320 * 180;
  program.AddSink(small, wants);
  const Pixels pixels = Gray(640, 360);
  for (int i = 0; i < 20; ++i) {
    program.Write(pixels, 5'000'000 + i * 1000);
  }
  CHECK(Eventually([&] { return small.frames().size() >= 20; }));
  CheckTimestamps(small.frames(), 5'000'000);
  CheckTimestamps(large.frames(), 5'000'000);
  for (const VideoFrame& frame : small.frames()) {
    CHECK(frame.width() == 320 && frame.height() == 180);
  }
  for (const VideoFrame& frame : large.frames()) {
    CHECK(frame.video_frame_buffer() == pixels);
  }
  // And at once again when nobody scales: on this thread.
  program.RemoveSink(small);
  CHECK(Eventually([&] {
    const size_t before = large.frames().size();
    program.Write(pixels, 6'000'000);
    return large.frames().size() == before + 1;
  }));
  program.RemoveSink(large);
}

void SendersSeeAMonotonicClock() {
  const auto engine = Engine::Create();
  Program program(*engine);
  Sink sink;
  program.AddSink(sink, {});
  int64_t last_us = 0;
  for (int64_t timestamp_us :
       {int64_t{0}, int64_t{33'000}, int64_t{-1'000'000'000'000},
        int64_t{1} << 62, int64_t{5}, -(int64_t{1} << 62)}) {
    program.Write(Gray(2, 2), timestamp_us);
    CHECK(Eventually([&] {
      const auto frames = sink.frames();
      return !frames.empty() && TimestampOf(frames.back()) == timestamp_us;
    }));
    const int64_t now_us = sink.frames().back().timestamp_us();
    CHECK(now_us > last_us && now_us <= rtc::TimeMicros());
    last_us = now_us;
    // The clock stands a millisecond apart at least.
    CHECK(Eventually([&] { return rtc::TimeMicros() > now_us + 1000; }));
  }
  program.RemoveSink(sink);
}

void OptionsReachEncodersAndTracksShareFrames() {
  const auto engine = Engine::Create();
  Program program(*engine, {.is_screencast = true, .needs_denoising = false});
  CHECK(program.source->is_screencast() &&
        program.source->needs_denoising() == false);
  CHECK(program.source->Clone()->is_screencast() && !program.source->remote());
  const TrackPtr clone = program.track->Clone("clone");
  const auto first = std::make_shared<Sink>();
  const auto second = std::make_shared<Sink>();
  program.track->AddReader(first);
  clone->AddReader(second);
  const Pixels pixels = Gray(16, 16);
  program.Write(pixels, 0);
  program.track->Stop();
  clone->SetEnabled(false);
  program.Write(pixels, 1000);
  CHECK(Eventually([&] { return second->frames().size() == 2; }));
  CHECK(first->frames().size() == 1);
  CHECK(second->frames()[0].video_frame_buffer() == pixels);
  CHECK(second->frames()[1].video_frame_buffer()->GetI420()->DataY()[0] < 20);
  clone->RemoveReader(second);
  program.track->RemoveReader(first);
  engine->signaling()->BlockingCall([] {});
}

void RingsDropTheOldest() {
  Ring<std::shared_ptr<int>> ring(2);
  const auto value = std::make_shared<int>(0);
  CHECK(!ring.Take());
  CHECK(ring.Push(std::make_shared<int>(1)) && ring.Push(value));
  CHECK(!ring.Push(std::make_shared<int>(3)) && !ring.Push(value));
  const auto taken = ring.Take();
  CHECK(taken && *taken->item == 3 && taken->discarded == 2);
  CHECK(ring.Take()->discarded == 0 && !ring.Take());
  ring.Push(value);
  CHECK(value.use_count() == 2);
  ring.Close();
  CHECK(value.use_count() == 1 && !ring.Push(value) && !ring.Take());
}

void TimesOfTheNetworkAreToldSinceTheEpoch() {
  auto frame = VideoFrame::Builder()
                   .set_video_frame_buffer(Gray(2, 2))
                   .set_timestamp_us(77)
                   .set_timestamp_rtp(4'000'000'000)
                   .build();
  CHECK(TimestampOf(frame) == 77 && !ReceivedTimesOf(frame).receive_ms);
  const double now_ms = static_cast<double>(rtc::TimeUTCMillis());
  frame.set_ntp_time_ms(rtc::kNtpJan1970Millisecs + 1'700'000'000'000);
  const auto at = webrtc::Timestamp::Micros(rtc::TimeMicros());
  webrtc::RtpPacketInfo packet(1, {}, 2, at - webrtc::TimeDelta::Seconds(9));
  webrtc::RtpPacketInfo last(1, {}, 2, at - webrtc::TimeDelta::Seconds(2));
  frame.set_packet_infos(webrtc::RtpPacketInfos({packet, last, packet}));
  const ReceivedTimes times = ReceivedTimesOf(frame);
  CHECK(times.capture_ms == 1'700'000'000'000);
  CHECK(times.rtp_timestamp == 4'000'000'000);
  CHECK(std::abs(*times.receive_ms - now_ms + 2000) < 500);
  // The sender's own clock, which is 4 s fast.
  const uint64_t seconds = (rtc::kNtpJan1970Millisecs / 1000) + 1'600'000'000;
  last.set_absolute_capture_time(
      webrtc::AbsoluteCaptureTime{seconds << 32, absl::nullopt});
  last.set_local_capture_clock_offset(webrtc::TimeDelta::Seconds(4));
  frame.set_packet_infos(webrtc::RtpPacketInfos({last}));
  CHECK(ReceivedTimesOf(frame).capture_ms == 1'600'000'000'000 - 4000);
}

}  // namespace
}  // namespace nlw

int main() {
  nlw::ReadersGetWhatIsWrittenAfterTheyCame();
  nlw::SinksThatScaleGetAllInOrder();
  nlw::SendersSeeAMonotonicClock();
  nlw::OptionsReachEncodersAndTracksShareFrames();
  nlw::RingsDropTheOldest();
  nlw::TimesOfTheNetworkAreToldSinceTheEpoch();
  std::puts("video_input_test: ok");
  return 0;
}
