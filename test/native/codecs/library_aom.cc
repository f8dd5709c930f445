#include <aom/aom_decoder.h>
#include <aom/aom_encoder.h>
#include <aom/aomcx.h>
#include <aom/aomdx.h>

#include "native/codecs/av1/libaom_settings.h"
#include "test/native/check.h"
#include "test/native/codecs/library_codec.h"

namespace nlw {
namespace {

constexpr unsigned kClockRate = 90'000;

class LibaomLoop final : public LibraryEncoder {
 public:
  explicit LibaomLoop(const webrtc::VideoCodec& codec)
      : duration_(kClockRate / codec.maxFramerate) {
    aom_codec_enc_cfg_t settings;
    CHECK(ConfigureLibaom(codec, /*cores=*/1, settings));
    CHECK(aom_codec_enc_init(&encoder_, aom_codec_av1_cx(), &settings, 0) ==
          AOM_CODEC_OK);
    CHECK(ControlLibaom(codec, settings, encoder_));
  }
  ~LibaomLoop() override { aom_codec_destroy(&encoder_); }

  rtc::ArrayView<const uint8_t> Encode(const Planes& picture,
                                       bool key) override {
    aom_image_t image = {};
    aom_img_wrap(&image, AOM_IMG_FMT_I420, static_cast<unsigned>(picture.width),
                 static_cast<unsigned>(picture.height), 1,
                 const_cast<uint8_t*>(picture.data[0]));
    for (int plane = 0; plane < 3; ++plane) {
      image.planes[plane] = const_cast<uint8_t*>(picture.data[plane]);
      image.stride[plane] = picture.stride[plane];
    }
    pts_ += static_cast<aom_codec_pts_t>(duration_);
    CHECK(aom_codec_encode(&encoder_, &image, pts_, duration_,
                           key ? AOM_EFLAG_FORCE_KF : 0) == AOM_CODEC_OK);
    aom_codec_iter_t at = nullptr;
    const aom_codec_cx_pkt_t* const packet =
        aom_codec_get_cx_data(&encoder_, &at);
    CHECK(packet && packet->kind == AOM_CODEC_CX_FRAME_PKT);
    CHECK(!aom_codec_get_cx_data(&encoder_, &at));
    return {static_cast<const uint8_t*>(packet->data.frame.buf),
            packet->data.frame.sz};
  }

 private:
  const unsigned long duration_;
  aom_codec_ctx_t encoder_ = {};
  aom_codec_pts_t pts_ = 0;
};

class LibaomDecoderLoop final : public LibraryDecoder {
 public:
  LibaomDecoderLoop() {
    const aom_codec_dec_cfg_t settings = {
        .threads = 1, .w = 0, .h = 0, .allow_lowbitdepth = 1};
    CHECK(aom_codec_dec_init(&decoder_, aom_codec_av1_dx(), &settings, 0) ==
          AOM_CODEC_OK);
  }
  ~LibaomDecoderLoop() override { aom_codec_destroy(&decoder_); }

  Planes Decode(rtc::ArrayView<const uint8_t> frame) override {
    CHECK(aom_codec_decode(&decoder_, frame.data(), frame.size(), nullptr) ==
          AOM_CODEC_OK);
    aom_codec_iter_t at = nullptr;
    const aom_image_t* const image = aom_codec_get_frame(&decoder_, &at);
    CHECK(image && image->fmt == AOM_IMG_FMT_I420);
    return {static_cast<int>(image->d_w),
            static_cast<int>(image->d_h),
            {image->planes[0], image->planes[1], image->planes[2]},
            {image->stride[0], image->stride[1], image->stride[2]}};
  }

 private:
  aom_codec_ctx_t decoder_ = {};
};

}  // namespace

std::unique_ptr<LibraryEncoder> CreateLibaomLoop(
    const webrtc::VideoCodec& codec) {
  return std::make_unique<LibaomLoop>(codec);
}

std::unique_ptr<LibraryDecoder> CreateLibaomDecoderLoop() {
  return std::make_unique<LibaomDecoderLoop>();
}

}  // namespace nlw
