// A decoder that fails is replaced, and the picture comes back.
#include "native/codecs/fallback_decoder.h"

#include <cstdio>

#include "modules/video_coding/codecs/vp8/include/vp8.h"
#include "modules/video_coding/include/video_error_codes.h"
#include "native/codecs/forwarding_decoder.h"
#include "native/media/test_pattern.h"
#include "test/native/check.h"
#include "test/native/codec_run.h"
#include "test/native/video_call.h"

namespace nlw {
namespace {

// libvpx, until it fails.
class Failing : public ForwardingDecoder {
 public:
  explicit Failing(const webrtc::Environment& env)
      : ForwardingDecoder(webrtc::CreateVp8Decoder(env)) {}

  DecoderInfo GetDecoderInfo() const override {
    return {.implementation_name = "failing", .is_hardware_accelerated = true};
  }
  const char* ImplementationName() const override { return "failing"; }
};

class FailsAtStart final : public Failing {
 public:
  using Failing::Failing;
  bool Configure(const Settings&) override { return false; }
};

constexpr int kFramesBeforeFailure = 60;

class AsksForAnother final : public Failing {
 public:
  using Failing::Failing;
  int32_t Decode(const webrtc::EncodedImage& image,
                 bool missing_frames,
                 int64_t render_time_ms) override {
    return ++frames_ > kFramesBeforeFailure
               ? WEBRTC_VIDEO_CODEC_FALLBACK_SOFTWARE
               : Failing::Decode(image, missing_frames, render_time_ms);
  }

 private:
  int frames_ = 0;
};

class DecodesNothing final : public Failing {
 public:
  using Failing::Failing;
  int32_t Decode(const webrtc::EncodedImage&, bool, int64_t) override {
    return WEBRTC_VIDEO_CODEC_ERROR;
  }
};

template <typename Decoder>
std::unique_ptr<webrtc::VideoDecoder> Make(const webrtc::Environment& env) {
  return std::make_unique<Decoder>(env);
}

// Its first decoder is `Decoder`, its second the product's.
template <typename Decoder>
class Call {
 public:
  VideoCall* operator->() { return &call_; }

 private:
  const VideoDecoderEntry table_[2] = {
      {"failing", /*hardware=*/true,
       [] {
         return std::vector<webrtc::SdpVideoFormat>{
             webrtc::SdpVideoFormat("VP8")};
       },
       Make<Decoder>, /*reference_scaling=*/false},
      VideoDecoderTable()[0]};
  VideoCall call_{{.decoders = table_}};
};

void OneThatFailsAtStartIsPassedOver() {
  Call<FailsAtStart> call;
  call->DecodedBy("libvpx");
  call->Flows();
}

void OneThatAsksForAnotherIsReplacedAtTheNextKeyFrame() {
  Call<AsksForAnother> call;
  call->DecodedBy("failing");
  call->Flows();
  const uint32_t key_frames = call->KeyFrames();
  call->DecodedBy("libvpx");
  call->Flows();
  CHECK(call->KeyFrames() > key_frames);
}

void OneThatDecodesNothingIsReplaced() {
  Call<DecodesNothing> call;
  call->DecodedBy("libvpx");
  call->Flows();
}

// Frames for a fallback decoder, and what it makes of them.
class Run : public webrtc::DecodedImageCallback {
 public:
  explicit Run(std::vector<DecoderMaker> makers)
      : decoder_(CreateFallbackDecoder(std::move(makers))) {
    webrtc::VideoDecoder::Settings settings;
    settings.set_codec_type(webrtc::kVideoCodecVP8);
    settings.set_number_of_cores(1);
    configured_ = decoder_->Configure(settings);
    decoder_->RegisterDecodeCompleteCallback(this);
  }

  int32_t Decode(bool key, bool broken = false) {
    const uint32_t counter = counter_++;
    const auto picture = webrtc::I420Buffer::Create(320, 240);
    DrawTestPattern(counter, *picture);
    webrtc::EncodedImage image = encoder_.Encode(picture, key)[0].image;
    if (broken) {
      const std::vector<uint8_t> nothing(50);
      image.SetEncodedData(
          webrtc::EncodedImageBuffer::Create(nothing.data(), nothing.size()));
    }
    shown_.reset();
    const int32_t result = decoder_->Decode(image, false, 0);
    CHECK(!shown_ || *shown_ == counter);
    return result;
  }
  bool shown() const { return shown_.has_value(); }
  bool configured() const { return configured_; }
  std::string name() const { return decoder_->ImplementationName(); }

 private:
  int32_t Decoded(webrtc::VideoFrame& frame) override {
    shown_ = ReadTestPattern(*frame.video_frame_buffer()->ToI420());
    return WEBRTC_VIDEO_CODEC_OK;
  }
  void Decoded(webrtc::VideoFrame& frame,
               absl::optional<int32_t>,
               absl::optional<uint8_t>) override {
    Decoded(frame);
  }

  EncoderRun encoder_{webrtc::SdpVideoFormat("VP8"), RunOptions()};
  const std::unique_ptr<webrtc::VideoDecoder> decoder_;
  bool configured_ = false;
  uint32_t counter_ = 0;
  std::optional<uint32_t> shown_;
};

template <typename Decoder>
DecoderMaker Maker() {
  return [env = webrtc::CreateEnvironment()] { return Make<Decoder>(env); };
}

// A peer's broken frames replace nothing while whole ones come between them.
void BrokenFramesOfAPeerAreNoFailure() {
  Run run({Maker<Failing>(), Maker<FailsAtStart>()});
  for (int i = 0; i < 10; ++i) {
    CHECK(run.Decode(/*key=*/true) == WEBRTC_VIDEO_CODEC_OK && run.shown());
    for (int j = 0; j < 3; ++j)
      CHECK(run.Decode(/*key=*/true, /*broken=*/true) < 0);
    for (int j = 0; j < 5; ++j)
      run.Decode(/*key=*/false, /*broken=*/true);
    CHECK(run.name() == "failing");
  }
}

void TheNextOneShowsTheKeyFrameAtWhichAnotherFailed() {
  Run run({Maker<DecodesNothing>(), [] { return nullptr; },
           Maker<FailsAtStart>(), Maker<Failing>()});
  for (int i = 0; i < 3; ++i) {
    CHECK(run.Decode(/*key=*/true) == WEBRTC_VIDEO_CODEC_ERROR);
    CHECK(run.Decode(/*key=*/false) == WEBRTC_VIDEO_CODEC_ERROR);
    CHECK(!run.shown());
  }
  CHECK(run.Decode(/*key=*/true) == WEBRTC_VIDEO_CODEC_OK && run.shown());
  CHECK(run.Decode(/*key=*/false) == WEBRTC_VIDEO_CODEC_OK && run.shown());
}

// The last one stays, whatever it tells of.
void WithoutAnotherTheErrorIsTold() {
  Run run({Maker<DecodesNothing>(), Maker<FailsAtStart>()});
  CHECK(run.configured());
  for (int i = 0; i < 10; ++i)
    CHECK(run.Decode(/*key=*/true) == WEBRTC_VIDEO_CODEC_ERROR);
  Run none({Maker<FailsAtStart>(), Maker<FailsAtStart>()});
  CHECK(!none.configured());
  CHECK(!CreateFallbackDecoder({}));
}

}  // namespace
}  // namespace nlw

int main() {
  nlw::WithoutAnotherTheErrorIsTold();
  nlw::TheNextOneShowsTheKeyFrameAtWhichAnotherFailed();
  nlw::BrokenFramesOfAPeerAreNoFailure();
  nlw::OneThatFailsAtStartIsPassedOver();
  nlw::OneThatAsksForAnotherIsReplacedAtTheNextKeyFrame();
  nlw::OneThatDecodesNothingIsReplaced();
  std::puts("fallback_decoder_test: ok");
  return 0;
}
