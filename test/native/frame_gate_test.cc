// Frames that nobody takes are marked, and decoders skip what is marked.

#include "native/media/frame_gate.h"

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "api/video/encoded_image.h"
#include "modules/video_coding/include/video_error_codes.h"
#include "modules/video_coding/utility/vp8_header_parser.h"
#include "native/codecs/skipping_decoder.h"
#include "test/native/check.h"

namespace nlw {
namespace {

constexpr uint32_t kSsrc = 7;
// Of RTP time between two frames.
constexpr uint32_t kTick = 3000;

class Frame : public webrtc::TransformableVideoFrameInterface {
 public:
  Frame(uint32_t timestamp, bool key) : timestamp_(timestamp), key_(key) {}

  rtc::ArrayView<const uint8_t> GetData() const override { return data_; }
  void SetData(rtc::ArrayView<const uint8_t> data) override {
    data_.assign(data.begin(), data.end());
  }
  uint8_t GetPayloadType() const override { return 96; }
  uint32_t GetSsrc() const override { return kSsrc; }
  uint32_t GetTimestamp() const override { return timestamp_; }
  void SetRTPTimestamp(uint32_t) override {}
  std::string GetMimeType() const override { return "video/VP8"; }
  bool IsKeyFrame() const override { return key_; }
  webrtc::VideoFrameMetadata Metadata() const override { return {}; }
  void SetMetadata(const webrtc::VideoFrameMetadata&) override {}

 private:
  const uint32_t timestamp_;
  const bool key_;
  std::vector<uint8_t> data_{1, 2, 3};
};

class Stream : public webrtc::TransformedFrameCallback {
 public:
  void OnTransformedFrame(
      std::unique_ptr<webrtc::TransformableFrameInterface> frame) override {
    last = SkipMarkOf(frame->GetData());
    ++count;
  }

  SkipMark last = SkipMark::kNone;
  int count = 0;
};

// A gate with a stream, on a thread that stands for the worker thread.
class Bench {
 public:
  Bench() : gate_(rtc::make_ref_counted<FrameGate>(rtc::Thread::Current())) {
    Begin();
  }

  void Begin() { gate_->RegisterTransformedFrameSinkCallback(stream_, kSsrc); }
  void End() { gate_->UnregisterTransformedFrameSinkCallback(kSsrc); }

  FrameGate& gate() { return *gate_; }

  // Ticks.
  bool Passes(int64_t time, bool key = false) {
    const int before = stream_->count;
    gate_->Transform(std::make_unique<Frame>(
        static_cast<uint32_t>(time * kTick + 12345), key));
    CHECK(stream_->count == before + 1);
    return stream_->last == SkipMark::kNone;
  }

 private:
  const rtc::scoped_refptr<Stream> stream_ = rtc::make_ref_counted<Stream>();
  const rtc::scoped_refptr<FrameGate> gate_;
};

void AKeyFrameIsTheFirstToPass() {
  Bench bench;
  CHECK(!bench.Passes(0, true) && !bench.Passes(1));
  CHECK(bench.gate().Open());
  CHECK(!bench.gate().Open());
  CHECK(!bench.Passes(2));
  CHECK(bench.Passes(3, true) && bench.Passes(4));
  // Layers of one picture.
  CHECK(bench.Passes(4));
  bench.gate().Close();
  CHECK(bench.Passes(5));
  bench.gate().Close();
  CHECK(!bench.Passes(6) && !bench.Passes(7, true));
  CHECK(bench.gate().Open());
  CHECK(!bench.Passes(8) && bench.Passes(9, true));
}

void AStreamThatHasNotBegunBeginsWithAKeyFrame() {
  Bench bench;
  CHECK(!bench.gate().Open());
  CHECK(bench.Passes(0, true) && bench.Passes(1));
  // The codec changed, say.
  bench.End();
  bench.Begin();
  CHECK(!bench.Passes(2) && bench.Passes(3, true));
}

void LayersShareTheFateOfTheirPicture() {
  Bench bench;
  CHECK(!bench.Passes(0, true));
  bench.gate().Open();
  CHECK(!bench.Passes(0, true));
  CHECK(bench.Passes(1, true) && bench.Passes(1) && bench.Passes(1));
}

void FramesOutOfOrderLeaveNoHoles() {
  Bench bench;
  CHECK(!bench.Passes(0, true));
  bench.gate().Open();
  // A frame that builds on a key frame overtakes it.
  CHECK(!bench.Passes(2) && !bench.Passes(1, true) && !bench.Passes(3));
  // One from before a key frame comes after it.
  CHECK(bench.Passes(5, true) && !bench.Passes(4) && bench.Passes(6));
}

void TimestampsWrapAround() {
  constexpr int64_t kHours = int64_t{90'000} * 3600 / kTick;
  Bench bench;
  CHECK(!bench.Passes(0, true));
  bench.gate().Open();
  CHECK(bench.Passes(1, true));
  int64_t time = 1;
  for (int i = 0; i < 60; ++i) {
    CHECK(bench.Passes(time += kHours / 2));
  }
  bench.gate().Close();
  for (int i = 0; i < 60; ++i) {
    CHECK(!bench.Passes(time += kHours / 2));
  }
  // A pause of any length.
  for (int i = 0; i < 26; ++i) {
    bench.gate().Open();
    CHECK(bench.Passes(time += i * kHours + 1, true) && bench.Passes(time + 1));
    bench.gate().Close();
    CHECK(!bench.Passes(time += 2));
  }
}

void AKeyFrameIsAskedForAgain() {
  const auto stream = rtc::make_ref_counted<Stream>();
  const auto gate = rtc::make_ref_counted<FrameGate>(rtc::Thread::Current());
  gate->RegisterTransformedFrameSinkCallback(stream, kSsrc);
  uint32_t time = 0;
  const auto next = [&] {
    gate->Transform(std::make_unique<Frame>(time += kTick, false));
    return stream->last;
  };
  CHECK(next() == SkipMark::kSkip);
  gate->Open();
  CHECK(next() == SkipMark::kSkip);
  CHECK(Eventually([&] { return next() == SkipMark::kSkipAndAskForKeyFrame; }));
  CHECK(next() == SkipMark::kSkip);
}

// Counts what it is asked to decode.
class Decoder : public webrtc::VideoDecoder {
 public:
  explicit Decoder(int* decoded) : decoded_(*decoded) {}

  bool Configure(const Settings&) override { return true; }
  int32_t Decode(const webrtc::EncodedImage&, int64_t) override {
    ++decoded_;
    return WEBRTC_VIDEO_CODEC_ERROR;
  }
  int32_t RegisterDecodeCompleteCallback(
      webrtc::DecodedImageCallback*) override {
    return WEBRTC_VIDEO_CODEC_OK;
  }
  int32_t Release() override { return WEBRTC_VIDEO_CODEC_OK; }

 private:
  int& decoded_;
};

void DecodersSkipWhatIsMarked() {
  int decoded = 0;
  const auto decoder = SkipMarkedFrames(std::make_unique<Decoder>(&decoded));
  const auto decode = [&](std::vector<uint8_t> payload) {
    webrtc::EncodedImage image;
    image.SetEncodedData(
        webrtc::EncodedImageBuffer::Create(payload.data(), payload.size()));
    return decoder->Decode(image, /*missing_frames=*/false, 0);
  };
  const auto bytes = [](SkipMark mark) {
    const auto payload = PayloadOf(mark);
    return std::vector<uint8_t>(payload.begin(), payload.end());
  };
  std::vector<uint8_t> skip = bytes(SkipMark::kSkip);
  CHECK(decode(skip) == WEBRTC_VIDEO_CODEC_OK);
  CHECK(decode(bytes(SkipMark::kSkipAndAskForKeyFrame)) ==
        WEBRTC_VIDEO_CODEC_OK_REQUEST_KEYFRAME);
  // Two layers.
  std::vector<uint8_t> layers = skip;
  layers.insert(layers.end(), skip.begin(), skip.end());
  CHECK(decode(layers) == WEBRTC_VIDEO_CODEC_OK);
  CHECK(decoded == 0);
  skip.pop_back();
  CHECK(decode(skip) == WEBRTC_VIDEO_CODEC_ERROR);
  CHECK(decode({}) == WEBRTC_VIDEO_CODEC_ERROR);
  CHECK(decoded == 2);

  // libwebrtc reads it before, as a header of VP8.
  int qp = -1;
  const auto payload = PayloadOf(SkipMark::kSkip);
  CHECK(webrtc::vp8::GetQp(payload.data(), payload.size(), &qp));
}

}  // namespace
}  // namespace nlw

int main() {
  rtc::AutoThread thread;
  nlw::AKeyFrameIsTheFirstToPass();
  nlw::AStreamThatHasNotBegunBeginsWithAKeyFrame();
  nlw::LayersShareTheFateOfTheirPicture();
  nlw::FramesOutOfOrderLeaveNoHoles();
  nlw::TimestampsWrapAround();
  nlw::AKeyFrameIsAskedForAgain();
  nlw::DecodersSkipWhatIsMarked();
  std::puts("frame_gate_test: ok");
  return 0;
}
