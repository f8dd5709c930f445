#include "native/codecs/h264/openh264_decoder.h"

#include <wels/codec_api.h>

#include <limits>
#include <optional>
#include <vector>

#include <libyuv/convert.h>
#include "common_video/h264/h264_bitstream_parser.h"
#include "common_video/include/video_frame_buffer_pool.h"
#include "modules/video_coding/include/video_error_codes.h"
#include "native/codecs/h264/low_delay.h"
#include "native/codecs/h264/openh264_log.h"
#include "native/codecs/h264/sps.h"

namespace nlw {
namespace {

// As many as libwebrtc's own decoders take.
constexpr size_t kMaxPictures = 300;

struct Destroy {
  void operator()(ISVCDecoder* decoder) const {
    decoder->Uninitialize();
    WelsDestroyDecoder(decoder);
  }
};

class OpenH264Decoder final : public webrtc::VideoDecoder {
 public:
  bool Configure(const Settings& settings) override {
    Release();
    if (const auto size = settings.buffer_pool_size();
        size && !pictures_.Resize(static_cast<size_t>(*size))) {
      return false;
    }
    ISVCDecoder* decoder = nullptr;
    if (WelsCreateDecoder(&decoder) != 0 || !decoder)
      return false;
    std::unique_ptr<ISVCDecoder, Destroy> owner(decoder);
    TakeLog(*decoder, DECODER_OPTION_TRACE_CALLBACK,
            DECODER_OPTION_TRACE_LEVEL);
    SDecodingParam parameters = {};
    parameters.uiTargetDqLayer = std::numeric_limits<uint8_t>::max();
    parameters.eEcActiveIdc = ERROR_CON_DISABLE;
    parameters.sVideoProperty.size = sizeof(parameters.sVideoProperty);
    parameters.sVideoProperty.eVideoBsType = VIDEO_BITSTREAM_AVC;
    if (decoder->Initialize(&parameters) != 0)
      return false;
    decoder_ = std::move(owner);
    return true;
  }

  int32_t Decode(const webrtc::EncodedImage& image,
                 bool /*missing_frames*/,
                 int64_t /*render_time_ms*/) override {
    if (!decoder_ || !callback_)
      return WEBRTC_VIDEO_CODEC_UNINITIALIZED;
    if (image.size() == 0 ||
        image.size() > static_cast<size_t>(std::numeric_limits<int>::max())) {
      return WEBRTC_VIDEO_CODEC_ERR_PARAMETER;
    }
    rtc::ArrayView<const uint8_t> bytes(image.data(), image.size());
    std::vector<uint8_t> changed;
    if (image._frameType == webrtc::VideoFrameType::kVideoFrameKey) {
      for (const auto& rbsp : FindH264Sps(bytes)) {
        if (const auto sps = ParseH264Sps(rbsp))
          color_space_ = sps->color_space;
      }
      changed = WithoutReordering(bytes);
      if (!changed.empty())
        bytes = changed;
    }
    parser_.ParseBitstream(bytes);
    uint8_t* planes[3] = {};
    SBufferInfo info = {};
    info.uiInBsTimeStamp = image.RtpTimestamp();
    const DECODING_STATE state = decoder_->DecodeFrameNoDelay(
        bytes.data(), static_cast<int>(bytes.size()), planes, &info);
    if (state != dsErrorFree)
      return WEBRTC_VIDEO_CODEC_ERROR;
    if (info.iBufferStatus != 1)
      return WEBRTC_VIDEO_CODEC_OK;
    return Deliver(image, planes, info);
  }

  int32_t RegisterDecodeCompleteCallback(
      webrtc::DecodedImageCallback* callback) override {
    callback_ = callback;
    return WEBRTC_VIDEO_CODEC_OK;
  }

  int32_t Release() override {
    decoder_ = nullptr;
    pictures_.Release();
    return WEBRTC_VIDEO_CODEC_OK;
  }

  DecoderInfo GetDecoderInfo() const override {
    return {.implementation_name = "OpenH264",
            .is_hardware_accelerated = false};
  }

  const char* ImplementationName() const override { return "OpenH264"; }

 private:
  int32_t Deliver(const webrtc::EncodedImage& image,
                  uint8_t* const planes[3],
                  const SBufferInfo& info) {
    const SSysMEMBuffer& memory = info.UsrData.sSystemBuffer;
    const auto picture =
        pictures_.CreateI420Buffer(memory.iWidth, memory.iHeight);
    if (!picture)
      return WEBRTC_VIDEO_CODEC_NO_OUTPUT;
    libyuv::I420Copy(planes[0], memory.iStride[0], planes[1], memory.iStride[1],
                     planes[2], memory.iStride[1], picture->MutableDataY(),
                     picture->StrideY(), picture->MutableDataU(),
                     picture->StrideU(), picture->MutableDataV(),
                     picture->StrideV(), memory.iWidth, memory.iHeight);
    std::optional<webrtc::ColorSpace> color_space = color_space_;
    if (image.ColorSpace())
      color_space = *image.ColorSpace();
    webrtc::VideoFrame frame =
        webrtc::VideoFrame::Builder()
            .set_video_frame_buffer(picture)
            .set_timestamp_rtp(static_cast<uint32_t>(info.uiOutYuvTimeStamp))
            .set_color_space(color_space)
            .build();
    const std::optional<int> qp = parser_.GetLastSliceQp();
    callback_->Decoded(frame, std::nullopt,
                       qp ? std::optional<uint8_t>(*qp) : std::nullopt);
    return WEBRTC_VIDEO_CODEC_OK;
  }

  std::unique_ptr<ISVCDecoder, Destroy> decoder_;
  webrtc::DecodedImageCallback* callback_ = nullptr;
  webrtc::VideoFrameBufferPool pictures_{/*zero_initialize=*/false,
                                         kMaxPictures};
  webrtc::H264BitstreamParser parser_;
  std::optional<webrtc::ColorSpace> color_space_;
};

}  // namespace

std::unique_ptr<webrtc::VideoDecoder> CreateOpenH264Decoder(
    const webrtc::Environment& /*env*/) {
  return std::make_unique<OpenH264Decoder>();
}

}  // namespace nlw
