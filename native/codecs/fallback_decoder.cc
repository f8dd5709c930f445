#include "native/codecs/fallback_decoder.h"

#include <optional>
#include <utility>

#include "modules/video_coding/include/video_error_codes.h"
#include "rtc_base/logging.h"

namespace nlw {
namespace {

// As in libwebrtc's VideoDecoderSoftwareFallbackWrapper.
constexpr int kMaxKeyFrameErrors = 4;

class FallbackDecoder final : public webrtc::VideoDecoder {
 public:
  explicit FallbackDecoder(std::vector<DecoderMaker> makers)
      : makers_(std::move(makers)), current_(makers_[0]()) {}

  bool Configure(const Settings& settings) override {
    settings_ = settings;
    return (current_ && current_->Configure(settings)) || TakeNext();
  }

  int32_t Decode(const webrtc::EncodedImage& image,
                 bool missing_frames,
                 int64_t render_time_ms) override {
    if (!settings_ || !current_)
      return WEBRTC_VIDEO_CODEC_UNINITIALIZED;
    int32_t result = current_->Decode(image, missing_frames, render_time_ms);
    while (HasFailed(image, result)) {
      RTC_LOG(LS_WARNING) << current_->ImplementationName()
                          << " failed to decode: " << result;
      if (!TakeNext())
        break;
      result = current_->Decode(image, missing_frames, render_time_ms);
    }
    return result;
  }

  int32_t RegisterDecodeCompleteCallback(
      webrtc::DecodedImageCallback* callback) override {
    callback_ = callback;
    return current_ ? current_->RegisterDecodeCompleteCallback(callback)
                    : WEBRTC_VIDEO_CODEC_OK;
  }

  int32_t Release() override {
    settings_.reset();
    return current_ ? current_->Release() : WEBRTC_VIDEO_CODEC_OK;
  }

  DecoderInfo GetDecoderInfo() const override {
    return current_ ? current_->GetDecoderInfo() : DecoderInfo();
  }

  const char* ImplementationName() const override {
    return current_ ? current_->ImplementationName() : "none";
  }

 private:
  bool HasFailed(const webrtc::EncodedImage& image, int32_t result) {
    if (result >= WEBRTC_VIDEO_CODEC_OK) {
      key_frame_errors_ = 0;
      return false;
    }
    if (image._frameType == webrtc::VideoFrameType::kVideoFrameKey)
      ++key_frame_errors_;
    return result == WEBRTC_VIDEO_CODEC_FALLBACK_SOFTWARE ||
           key_frame_errors_ >= kMaxKeyFrameErrors;
  }

  // The current one stays where none that is left can be configured.
  bool TakeNext() {
    while (next_ < makers_.size()) {
      std::unique_ptr<webrtc::VideoDecoder> decoder = makers_[next_++]();
      if (!decoder || !decoder->Configure(*settings_))
        continue;
      decoder->RegisterDecodeCompleteCallback(callback_);
      current_ = std::move(decoder);
      key_frame_errors_ = 0;
      return true;
    }
    return false;
  }

  const std::vector<DecoderMaker> makers_;
  size_t next_ = 1;
  std::unique_ptr<webrtc::VideoDecoder> current_;
  webrtc::DecodedImageCallback* callback_ = nullptr;
  // None before Configure(), nor once released.
  std::optional<Settings> settings_;
  int key_frame_errors_ = 0;
};

}  // namespace

std::unique_ptr<webrtc::VideoDecoder> CreateFallbackDecoder(
    std::vector<DecoderMaker> makers) {
  if (makers.empty())
    return nullptr;
  return std::make_unique<FallbackDecoder>(std::move(makers));
}

}  // namespace nlw
