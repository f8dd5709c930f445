#include "native/codecs/skipping_decoder.h"

#include <utility>

#include "modules/video_coding/include/video_error_codes.h"
#include "native/codecs/skip_mark.h"

namespace nlw {
namespace {

class SkippingDecoder final : public webrtc::VideoDecoder {
 public:
  explicit SkippingDecoder(std::unique_ptr<webrtc::VideoDecoder> decoder)
      : decoder_(std::move(decoder)) {}

  bool Configure(const Settings& settings) override {
    return decoder_->Configure(settings);
  }

  int32_t Decode(const webrtc::EncodedImage& image,
                 bool missing_frames,
                 int64_t render_time_ms) override {
    switch (SkipMarkOf({image.data(), image.size()})) {
      case SkipMark::kSkip:
        return WEBRTC_VIDEO_CODEC_OK;
      case SkipMark::kSkipAndAskForKeyFrame:
        return WEBRTC_VIDEO_CODEC_OK_REQUEST_KEYFRAME;
      case SkipMark::kNone:
        break;
    }
    return decoder_->Decode(image, missing_frames, render_time_ms);
  }

  int32_t RegisterDecodeCompleteCallback(
      webrtc::DecodedImageCallback* callback) override {
    return decoder_->RegisterDecodeCompleteCallback(callback);
  }

  int32_t Release() override { return decoder_->Release(); }

  DecoderInfo GetDecoderInfo() const override {
    return decoder_->GetDecoderInfo();
  }

  const char* ImplementationName() const override {
    return decoder_->ImplementationName();
  }

 private:
  const std::unique_ptr<webrtc::VideoDecoder> decoder_;
};

}  // namespace

std::unique_ptr<webrtc::VideoDecoder> SkipMarkedFrames(
    std::unique_ptr<webrtc::VideoDecoder> decoder) {
  return std::make_unique<SkippingDecoder>(std::move(decoder));
}

}  // namespace nlw
