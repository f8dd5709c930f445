#include "native/observers/frame_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "native/convert/color_space.h"
#include "native/media/pixels.h"
#include "native/media/received_times.h"
#include "native/media/video_input.h"

namespace nlw {
namespace {

class FrameReader : public RingReader<webrtc::VideoFrame, TrackReader> {
 public:
  FrameReader(int id, std::shared_ptr<JsThread> door, size_t capacity)
      : RingReader(id, std::move(door), "videoframe", capacity) {}

  void OnFrame(const webrtc::VideoFrame& frame) override {
    const Pixels pixels = NamedPixels(frame.video_frame_buffer());
    if (pixels) {
      webrtc::VideoFrame named(frame);
      named.set_video_frame_buffer(pixels);
      Push(std::move(named));
    }
  }

 private:
  Value Fact(webrtc::VideoFrame frame,
             int discarded,
             rtc::ArrayView<double>) override {
    const Pixels pixels = frame.video_frame_buffer();
    const ReceivedTimes times = ReceivedTimesOf(frame);
    return Value::Object{
        {"pixels",
         NativeRef{NativeKind::kPixels, std::make_shared<Pixels>(pixels)}},
        {"timestamp", static_cast<double>(TimestampOf(frame))},
        {"rotation", static_cast<int>(frame.rotation())},
        {"colorSpace",
         ColorSpaceFact(WrittenColorSpace(*pixels, frame.color_space()))},
        {"captureTime", ValueOrNull(times.capture_ms)},
        {"receiveTime", ValueOrNull(times.receive_ms)},
        {"rtpTimestamp", ValueOrNull(times.rtp_timestamp)},
        {"discarded", discarded},
    };
  }
};

}  // namespace

std::shared_ptr<Reader> MakeFrameReader(int id,
                                        std::shared_ptr<JsThread> door,
                                        size_t capacity) {
  return std::make_shared<FrameReader>(id, std::move(door), capacity);
}

}  // namespace nlw
