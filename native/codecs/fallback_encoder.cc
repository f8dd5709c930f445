#include "native/codecs/fallback_encoder.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "api/video_codecs/video_codec.h"
#include "modules/video_coding/include/video_error_codes.h"
#include "rtc_base/logging.h"

namespace nlw {
namespace {

class FallbackEncoder final : public webrtc::VideoEncoder {
 public:
  explicit FallbackEncoder(std::vector<EncoderMaker> makers)
      : makers_(std::move(makers)) {
    Choose(0);
  }

  void SetFecControllerOverride(
      webrtc::FecControllerOverride* fec_controller_override) override {
    fec_override_ = fec_controller_override;
    if (current_)
      current_->SetFecControllerOverride(fec_controller_override);
  }

  int InitEncode(const webrtc::VideoCodec* codec,
                 const Settings& settings) override {
    if (!codec)
      return WEBRTC_VIDEO_CODEC_ERR_PARAMETER;
    codec_ = *codec;
    settings_ = settings;
    rates_.reset();
    return InitFrom(0, WEBRTC_VIDEO_CODEC_ERROR);
  }

  int32_t RegisterEncodeCompleteCallback(
      webrtc::EncodedImageCallback* callback) override {
    callback_ = callback;
    return current_ ? current_->RegisterEncodeCompleteCallback(callback)
                    : WEBRTC_VIDEO_CODEC_OK;
  }

  int32_t Release() override {
    codec_.reset();
    return current_ ? current_->Release() : WEBRTC_VIDEO_CODEC_OK;
  }

  int32_t Encode(const webrtc::VideoFrame& frame,
                 const std::vector<webrtc::VideoFrameType>* types) override {
    if (!codec_ || !current_)
      return WEBRTC_VIDEO_CODEC_UNINITIALIZED;
    int32_t result = current_->Encode(frame, types);
    while (result < WEBRTC_VIDEO_CODEC_OK && index_ + 1 < makers_.size()) {
      RTC_LOG(LS_WARNING) << current_->GetEncoderInfo().implementation_name
                          << " failed to encode: " << result;
      // It is out for good; what is behind it moves up.
      makers_.erase(makers_.begin() + static_cast<std::ptrdiff_t>(index_));
      current_ = nullptr;
      if (InitFrom(index_, result) != WEBRTC_VIDEO_CODEC_OK)
        return result;
      if (rates_)
        current_->SetRates(*rates_);
      const std::vector<webrtc::VideoFrameType> key_frames(
          std::max<size_t>(types ? types->size() : 0, 1),
          webrtc::VideoFrameType::kVideoFrameKey);
      result = current_->Encode(frame, &key_frames);
    }
    return result;
  }

  void SetRates(const RateControlParameters& parameters) override {
    rates_ = parameters;
    if (current_)
      current_->SetRates(parameters);
  }

  void OnPacketLossRateUpdate(float packet_loss_rate) override {
    if (current_)
      current_->OnPacketLossRateUpdate(packet_loss_rate);
  }

  void OnRttUpdate(int64_t rtt_ms) override {
    if (current_)
      current_->OnRttUpdate(rtt_ms);
  }

  void OnLossNotification(const LossNotification& notification) override {
    if (current_)
      current_->OnLossNotification(notification);
  }

  EncoderInfo GetEncoderInfo() const override {
    return current_ ? current_->GetEncoderInfo() : EncoderInfo();
  }

 private:
  // Makes an encoder, where it is not the current one already.
  void Choose(size_t index) {
    if (current_ && index == index_)
      return;
    index_ = index;
    current_ = makers_[index]();
    if (!current_)
      return;
    if (fec_override_)
      current_->SetFecControllerOverride(fec_override_);
    current_->RegisterEncodeCompleteCallback(callback_);
  }

  // Initializes the first from `index` on that can be. `result` is returned
  // where there is none to try.
  int InitFrom(size_t index, int result) {
    for (; index < makers_.size(); ++index) {
      Choose(index);
      if (!current_)
        continue;
      result = current_->InitEncode(&*codec_, *settings_);
      if (result == WEBRTC_VIDEO_CODEC_OK ||
          // No failure: libwebrtc uses an encoder a stream then.
          result == WEBRTC_VIDEO_CODEC_ERR_SIMULCAST_PARAMETERS_NOT_SUPPORTED) {
        return result;
      }
      RTC_LOG(LS_WARNING) << current_->GetEncoderInfo().implementation_name
                          << " failed to start: " << result;
      current_->Release();
    }
    return result;
  }

  std::vector<EncoderMaker> makers_;
  size_t index_ = 0;
  std::unique_ptr<webrtc::VideoEncoder> current_;
  webrtc::EncodedImageCallback* callback_ = nullptr;
  webrtc::FecControllerOverride* fec_override_ = nullptr;
  // Those of the last call; none before it, nor once released.
  std::optional<webrtc::VideoCodec> codec_;
  std::optional<Settings> settings_;
  std::optional<RateControlParameters> rates_;
};

}  // namespace

std::unique_ptr<webrtc::VideoEncoder> CreateFallbackEncoder(
    std::vector<EncoderMaker> makers) {
  if (makers.empty())
    return nullptr;
  return std::make_unique<FallbackEncoder>(std::move(makers));
}

}  // namespace nlw
