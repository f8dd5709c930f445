#ifndef NATIVE_CODECS_FORWARDING_DECODER_H_
#define NATIVE_CODECS_FORWARDING_DECODER_H_

#include <cstdint>
#include <memory>
#include <utility>

#include "api/video_codecs/video_decoder.h"

namespace nlw {

// What stands before another decoder and is one like it, but for Decode().
class ForwardingDecoder : public webrtc::VideoDecoder {
 public:
  explicit ForwardingDecoder(std::unique_ptr<webrtc::VideoDecoder> decoder)
      : decoder_(std::move(decoder)) {}

  bool Configure(const Settings& settings) override {
    return decoder_->Configure(settings);
  }

  int32_t Decode(const webrtc::EncodedImage& image,
                 bool missing_frames,
                 int64_t render_time_ms) override {
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

}  // namespace nlw

#endif  // NATIVE_CODECS_FORWARDING_DECODER_H_
