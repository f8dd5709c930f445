#include "native/codecs/av1/libaom_decoder.h"

#include <aom/aom_decoder.h>
#include <aom/aomdx.h>

#include <algorithm>
#include <optional>

#include "modules/video_coding/include/video_error_codes.h"
#include "native/codecs/av1/picture.h"
#include "native/codecs/picture_size.h"

namespace nlw {
namespace {

constexpr size_t kMaxPictures = 300;
constexpr int kMaxThreads = 4;

class LibaomDecoder final : public webrtc::VideoDecoder {
 public:
  ~LibaomDecoder() override { Release(); }

  bool Configure(const Settings& settings) override {
    Release();
    if (const auto size = settings.buffer_pool_size();
        size && !pictures_.Resize(static_cast<size_t>(*size))) {
      return false;
    }
    const aom_codec_dec_cfg_t configuration = {
        .threads = static_cast<unsigned>(
            std::clamp(settings.number_of_cores(), 1, kMaxThreads)),
        .w = 0,
        .h = 0,
        // 8 bits stay 8 bits.
        .allow_lowbitdepth = 1};
    ready_ = aom_codec_dec_init(&codec_, aom_codec_av1_dx(), &configuration,
                                0) == AOM_CODEC_OK;
    return ready_ &&
           aom_codec_control(&codec_, AOMD_SET_FRAME_SIZE_LIMIT,
                             static_cast<unsigned>(kMaxPictureArea)) ==
               AOM_CODEC_OK;
  }

  int32_t Decode(const webrtc::EncodedImage& image,
                 bool /*missing_frames*/,
                 int64_t /*render_time_ms*/) override {
    if (!ready_ || !callback_)
      return WEBRTC_VIDEO_CODEC_UNINITIALIZED;
    if (image.size() == 0)
      return WEBRTC_VIDEO_CODEC_ERR_PARAMETER;
    if (aom_codec_decode(&codec_, image.data(), image.size(), nullptr) !=
        AOM_CODEC_OK) {
      return WEBRTC_VIDEO_CODEC_ERROR;
    }
    const aom_image_t* picture = nullptr;
    aom_codec_iter_t at = nullptr;
    while (const aom_image_t* next = aom_codec_get_frame(&codec_, &at))
      picture = next;
    return picture ? Deliver(image, *picture) : WEBRTC_VIDEO_CODEC_NO_OUTPUT;
  }

  int32_t RegisterDecodeCompleteCallback(
      webrtc::DecodedImageCallback* callback) override {
    callback_ = callback;
    return WEBRTC_VIDEO_CODEC_OK;
  }

  int32_t Release() override {
    if (ready_)
      aom_codec_destroy(&codec_);
    ready_ = false;
    pictures_.Release();
    return WEBRTC_VIDEO_CODEC_OK;
  }

  DecoderInfo GetDecoderInfo() const override {
    return {.implementation_name = "libaom", .is_hardware_accelerated = false};
  }

  const char* ImplementationName() const override { return "libaom"; }

 private:
  int32_t Deliver(const webrtc::EncodedImage& image,
                  const aom_image_t& picture) {
    const auto buffer = CopyPicture(picture, pictures_);
    if (!buffer)
      return WEBRTC_VIDEO_CODEC_NO_OUTPUT;
    int qp = 0;
    const bool has_qp = aom_codec_control(&codec_, AOMD_GET_LAST_QUANTIZER,
                                          &qp) == AOM_CODEC_OK;
    webrtc::VideoFrame frame =
        webrtc::VideoFrame::Builder()
            .set_video_frame_buffer(buffer)
            .set_timestamp_rtp(image.RtpTimestamp())
            .set_color_space(image.ColorSpace() ? *image.ColorSpace()
                                                : ColorSpaceOf(picture))
            .build();
    callback_->Decoded(
        frame, std::nullopt,
        has_qp ? std::optional(static_cast<uint8_t>(qp)) : std::nullopt);
    return WEBRTC_VIDEO_CODEC_OK;
  }

  aom_codec_ctx_t codec_ = {};
  bool ready_ = false;
  webrtc::DecodedImageCallback* callback_ = nullptr;
  webrtc::VideoFrameBufferPool pictures_{/*zero_initialize=*/false,
                                         kMaxPictures};
};

}  // namespace

std::unique_ptr<webrtc::VideoDecoder> CreateLibaomDecoder(
    const webrtc::Environment& /*env*/) {
  return std::make_unique<LibaomDecoder>();
}

}  // namespace nlw
