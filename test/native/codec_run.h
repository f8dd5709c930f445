#ifndef TEST_NATIVE_CODEC_RUN_H_
#define TEST_NATIVE_CODEC_RUN_H_

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "api/environment/environment_factory.h"
#include "api/video/i420_buffer.h"
#include "api/video_codecs/video_codec.h"
#include "api/video_codecs/video_decoder.h"
#include "api/video_codecs/video_encoder.h"
#include "modules/video_coding/include/video_codec_interface.h"
#include "modules/video_coding/include/video_error_codes.h"
#include "native/codecs/video_codec_table.h"
#include "test/native/check.h"

namespace nlw {

struct RunOptions {
  int width = 320;
  int height = 240;
  int frame_rate = 30;
  int kilobits = 500;
  bool frame_drop = false;
  std::optional<webrtc::ScalabilityMode> mode;
};

inline webrtc::VideoCodec CodecFor(const std::string& name,
                                   const RunOptions& options) {
  webrtc::VideoCodec codec;
  codec.codecType = webrtc::PayloadStringToCodecType(name);
  codec.width = static_cast<uint16_t>(options.width);
  codec.height = static_cast<uint16_t>(options.height);
  codec.maxFramerate = static_cast<uint32_t>(options.frame_rate);
  codec.startBitrate = static_cast<unsigned>(options.kilobits);
  codec.maxBitrate = codec.startBitrate;
  codec.minBitrate = 30;
  codec.active = true;
  codec.numberOfSimulcastStreams = 1;
  webrtc::SimulcastStream& stream = codec.simulcastStream[0];
  stream.width = options.width;
  stream.height = options.height;
  stream.maxFramerate = static_cast<float>(codec.maxFramerate);
  stream.minBitrate = codec.minBitrate;
  // Without them libvpx starts with no bits at all for VP8.
  stream.targetBitrate = codec.maxBitrate;
  stream.maxBitrate = codec.maxBitrate;
  stream.active = true;
  codec.mode = webrtc::VideoCodecMode::kRealtimeVideo;
  codec.SetFrameDropEnabled(options.frame_drop);
  // libwebrtc's.
  codec.qpMax = 56;
  switch (codec.codecType) {
    case webrtc::kVideoCodecVP8:
      *codec.VP8() = webrtc::VideoEncoder::GetDefaultVp8Settings();
      codec.VP8()->automaticResizeOn = false;
      codec.VP8()->denoisingOn = false;
      break;
    case webrtc::kVideoCodecVP9:
      *codec.VP9() = webrtc::VideoEncoder::GetDefaultVp9Settings();
      codec.VP9()->automaticResizeOn = false;
      codec.VP9()->denoisingOn = false;
      break;
    case webrtc::kVideoCodecH264:
      *codec.H264() = webrtc::VideoEncoder::GetDefaultH264Settings();
      codec.qpMax = 51;
      break;
    default:
      break;
  }
  if (options.mode)
    codec.SetScalabilityMode(*options.mode);
  return codec;
}

// The product's encoder of a format, and what it makes.
class EncoderRun : public webrtc::EncodedImageCallback {
 public:
  struct Frame {
    webrtc::EncodedImage image;
    webrtc::CodecSpecificInfo specific;
  };

  EncoderRun(const webrtc::SdpVideoFormat& format,
             const RunOptions& options,
             size_t max_payload_size = 1200)
      : options_(options) {
    const auto entries = Choose(VideoEncoderTable(), format, {});
    CHECK(!entries.empty());
    encoder_ = entries[0]->create(format);
    const webrtc::VideoCodec codec = CodecFor(format.name, options);
    CHECK(encoder_->InitEncode(&codec,
                               webrtc::VideoEncoder::Settings(
                                   webrtc::VideoEncoder::Capabilities(false),
                                   /*number_of_cores=*/1, max_payload_size)) ==
          WEBRTC_VIDEO_CODEC_OK);
    encoder_->RegisterEncodeCompleteCallback(this);
    SetRate(options.kilobits);
  }

  void SetRate(int kilobits) {
    const int layers = options_.mode == webrtc::ScalabilityMode::kL1T3   ? 3
                       : options_.mode == webrtc::ScalabilityMode::kL1T2 ? 2
                                                                         : 1;
    webrtc::VideoBitrateAllocation allocation;
    for (int layer = 0; layer < layers; ++layer) {
      allocation.SetBitrate(0, layer,
                            static_cast<uint32_t>(kilobits * 1000 / layers));
    }
    encoder_->SetRates(webrtc::VideoEncoder::RateControlParameters(
        allocation, options_.frame_rate));
  }

  // Frames made of one picture, in the order of their layers.
  std::vector<Frame> Encode(
      const rtc::scoped_refptr<webrtc::VideoFrameBuffer>& picture,
      bool key = false) {
    frames_.clear();
    const std::vector<webrtc::VideoFrameType> types(
        1, key ? webrtc::VideoFrameType::kVideoFrameKey
               : webrtc::VideoFrameType::kVideoFrameDelta);
    const int64_t count = count_++;
    const auto frame =
        webrtc::VideoFrame::Builder()
            .set_video_frame_buffer(picture)
            .set_timestamp_rtp(
                static_cast<uint32_t>(count * 90'000 / options_.frame_rate))
            .set_timestamp_us(count * 1'000'000 / options_.frame_rate)
            .build();
    CHECK(encoder_->Encode(frame, &types) >= WEBRTC_VIDEO_CODEC_OK);
    return std::move(frames_);
  }

  webrtc::VideoEncoder& encoder() { return *encoder_; }

 private:
  Result OnEncodedImage(const webrtc::EncodedImage& image,
                        const webrtc::CodecSpecificInfo* specific) override {
    // The encoder may use its buffer again.
    webrtc::EncodedImage copy(image);
    copy.SetEncodedData(
        webrtc::EncodedImageBuffer::Create(image.data(), image.size()));
    frames_.push_back({std::move(copy), *specific});
    return Result(Result::OK);
  }

  const RunOptions options_;
  std::unique_ptr<webrtc::VideoEncoder> encoder_;
  std::vector<Frame> frames_;
  int64_t count_ = 0;
};

// The product's decoder of a format.
class DecoderRun : public webrtc::DecodedImageCallback {
 public:
  explicit DecoderRun(const webrtc::SdpVideoFormat& format)
      : env_(webrtc::CreateEnvironment()) {
    const auto entries = Choose(VideoDecoderTable(), format, {});
    CHECK(!entries.empty());
    decoder_ = entries[0]->create(env_);
    webrtc::VideoDecoder::Settings settings;
    settings.set_codec_type(webrtc::PayloadStringToCodecType(format.name));
    settings.set_number_of_cores(1);
    CHECK(decoder_->Configure(settings));
    decoder_->RegisterDecodeCompleteCallback(this);
  }

  // The picture, where there is one.
  std::optional<webrtc::VideoFrame> Decode(const webrtc::EncodedImage& image) {
    picture_.reset();
    result_ = decoder_->Decode(image, /*missing_frames=*/false,
                               /*render_time_ms=*/0);
    return picture_;
  }
  // Of the last call.
  int32_t result() const { return result_; }

 private:
  int32_t Decoded(webrtc::VideoFrame& frame) override {
    picture_ = frame;
    return WEBRTC_VIDEO_CODEC_OK;
  }
  void Decoded(webrtc::VideoFrame& frame,
               absl::optional<int32_t>,
               absl::optional<uint8_t>) override {
    picture_ = frame;
  }

  const webrtc::Environment env_;
  std::unique_ptr<webrtc::VideoDecoder> decoder_;
  std::optional<webrtc::VideoFrame> picture_;
  int32_t result_ = 0;
};

}  // namespace nlw

#endif  // TEST_NATIVE_CODEC_RUN_H_
