// An encoder that fails is replaced, and the call goes on.
#include "native/codecs/fallback_encoder.h"

#include <cstdio>

#include "modules/video_coding/codecs/vp8/include/vp8.h"
#include "modules/video_coding/include/video_error_codes.h"
#include "native/codecs/video_codec_table.h"
#include "test/native/check.h"
#include "test/native/video_call.h"

namespace nlw {
namespace {

// libvpx, until it fails.
class Failing : public webrtc::VideoEncoder {
 public:
  int InitEncode(const webrtc::VideoCodec* codec,
                 const Settings& settings) override {
    return encoder_->InitEncode(codec, settings);
  }
  int32_t RegisterEncodeCompleteCallback(
      webrtc::EncodedImageCallback* callback) override {
    return encoder_->RegisterEncodeCompleteCallback(callback);
  }
  int32_t Release() override { return encoder_->Release(); }
  int32_t Encode(const webrtc::VideoFrame& frame,
                 const std::vector<webrtc::VideoFrameType>* types) override {
    return encoder_->Encode(frame, types);
  }
  void SetRates(const RateControlParameters& parameters) override {
    encoder_->SetRates(parameters);
  }
  EncoderInfo GetEncoderInfo() const override {
    EncoderInfo info = encoder_->GetEncoderInfo();
    info.implementation_name = "failing";
    return info;
  }

 private:
  const std::unique_ptr<webrtc::VideoEncoder> encoder_ =
      webrtc::VP8Encoder::Create();
};

class FailsAtStart final : public Failing {
 public:
  int InitEncode(const webrtc::VideoCodec*, const Settings&) override {
    return WEBRTC_VIDEO_CODEC_ERROR;
  }
};

constexpr int kFramesBeforeFailure = 100;

class FailsLater final : public Failing {
 public:
  int32_t Encode(const webrtc::VideoFrame& frame,
                 const std::vector<webrtc::VideoFrameType>* types) override {
    return ++frames_ > kFramesBeforeFailure
               ? WEBRTC_VIDEO_CODEC_FALLBACK_SOFTWARE
               : Failing::Encode(frame, types);
  }

 private:
  int frames_ = 0;
};

class FailsWhenLarge final : public Failing {
 public:
  int InitEncode(const webrtc::VideoCodec* codec,
                 const Settings& settings) override {
    return codec->width > 320 ? WEBRTC_VIDEO_CODEC_ERR_PARAMETER
                              : Failing::InitEncode(codec, settings);
  }
};

template <typename Encoder>
constexpr VideoEncoderEntry Entry() {
  return {"failing", /*hardware=*/true,
          [] {
            return std::vector<webrtc::SdpVideoFormat>{
                webrtc::SdpVideoFormat("VP8")};
          },
          [](const webrtc::SdpVideoFormat&)
              -> std::unique_ptr<webrtc::VideoEncoder> {
            return std::make_unique<Encoder>();
          },
          [](webrtc::ScalabilityMode) { return true; }};
}

// Its first encoder is `Encoder`, its second the product's.
template <typename Encoder>
class Call {
 public:
  VideoCall* operator->() { return &call_; }

 private:
  const VideoEncoderEntry table_[2] = {Entry<Encoder>(),
                                       VideoEncoderTable()[0]};
  VideoCall call_{{.encoders = table_}};
};

void OneThatFailsAtStartIsPassedOver() {
  Call<FailsAtStart> call;
  call->EncodedBy("libvpx");
  call->Flows();
}

void OneThatFailsAtAFrameIsReplacedWithoutABreak() {
  Call<FailsLater> call;
  call->EncodedBy("failing");
  call->Flows();
  const uint32_t requests = call->KeyFrameRequests();
  call->EncodedBy("libvpx");
  call->Flows();
  CHECK(call->KeyFrameRequests() == requests);
}

void OneThatFailsAtAChangeOfSizeIsPassedOverForThatSize() {
  Call<FailsWhenLarge> call;
  call->EncodedBy("failing");
  call->Flows();
  call->Resize({640, 480, 60});
  call->ArrivesWide(640);
  call->EncodedBy("libvpx");
  call->Resize({320, 240, 60});
  call->ArrivesWide(320);
  call->EncodedBy("failing");
  call->Flows();
}

// The last of two that fail tells of it, and may be tried again.
void WithoutAnotherTheErrorIsTold() {
  const auto make = [] { return std::make_unique<FailsAtStart>(); };
  const auto encoder = CreateFallbackEncoder({make, make});
  webrtc::VideoCodec codec;
  codec.codecType = webrtc::kVideoCodecVP8;
  codec.width = 320;
  codec.height = 240;
  const webrtc::VideoEncoder::Settings settings(
      webrtc::VideoEncoder::Capabilities(false), 1, 1200);
  CHECK(encoder->InitEncode(&codec, settings) == WEBRTC_VIDEO_CODEC_ERROR);
  CHECK(encoder->InitEncode(&codec, settings) == WEBRTC_VIDEO_CODEC_ERROR);
  CHECK(!CreateFallbackEncoder({}));
}

}  // namespace
}  // namespace nlw

int main() {
  nlw::WithoutAnotherTheErrorIsTold();
  nlw::OneThatFailsAtStartIsPassedOver();
  nlw::OneThatFailsAtAFrameIsReplacedWithoutABreak();
  nlw::OneThatFailsAtAChangeOfSizeIsPassedOverForThatSize();
  std::puts("fallback_encoder_test: ok");
  return 0;
}
