#include <vpx/vp8cx.h>
#include <vpx/vp8dx.h>
#include <vpx/vpx_decoder.h>
#include <vpx/vpx_encoder.h>

#include "test/native/check.h"
#include "test/native/codecs/library_codec.h"

namespace nlw {
namespace {

constexpr int kClockRate = 90'000;
// libwebrtc's: half of the optimal buffer, in percent of a frame's bits.
constexpr unsigned kOptimalBufferMs = 600;

vpx_image_t ImageOf(const Planes& picture) {
  vpx_image_t image = {};
  vpx_img_wrap(&image, VPX_IMG_FMT_I420, static_cast<unsigned>(picture.width),
               static_cast<unsigned>(picture.height), 1,
               const_cast<uint8_t*>(picture.data[0]));
  for (int plane = 0; plane < 3; ++plane) {
    image.planes[plane] = const_cast<uint8_t*>(picture.data[plane]);
    image.stride[plane] = picture.stride[plane];
  }
  return image;
}

class LibvpxLoop final : public LibraryEncoder {
 public:
  explicit LibvpxLoop(const webrtc::VideoCodec& codec)
      : vp8_(codec.codecType == webrtc::kVideoCodecVP8),
        duration_(kClockRate / codec.maxFramerate),
        intra_percent_(kOptimalBufferMs / 2 * codec.maxFramerate / 10) {
    vpx_codec_iface_t* const interface =
        vp8_ ? vpx_codec_vp8_cx() : vpx_codec_vp9_cx();
    vpx_codec_enc_cfg_t settings;
    CHECK(vpx_codec_enc_config_default(interface, &settings, 0) ==
          VPX_CODEC_OK);
    settings.g_w = codec.width;
    settings.g_h = codec.height;
    settings.g_threads = 1;
    settings.g_timebase = {1, kClockRate};
    settings.g_lag_in_frames = 0;
    settings.g_error_resilient = 0;
    settings.g_pass = VPX_RC_ONE_PASS;
    settings.kf_mode = VPX_KF_DISABLED;
    settings.rc_end_usage = VPX_CBR;
    settings.rc_target_bitrate = codec.startBitrate;
    settings.rc_dropframe_thresh = 0;
    settings.rc_resize_allowed = 0;
    settings.rc_min_quantizer = 2;
    settings.rc_max_quantizer = vp8_ ? codec.qpMax : 52;
    settings.rc_undershoot_pct = vp8_ ? 100 : 50;
    settings.rc_overshoot_pct = vp8_ ? 15 : 50;
    settings.rc_buf_initial_sz = 500;
    settings.rc_buf_optimal_sz = kOptimalBufferMs;
    settings.rc_buf_sz = 1000;
    if (vp8_) {
      settings.kf_mode = VPX_KF_AUTO;
      settings.kf_max_dist =
          static_cast<unsigned>(codec.VP8().keyFrameInterval);
    } else {
      settings.kf_max_dist =
          static_cast<unsigned>(codec.VP9().keyFrameInterval);
      settings.kf_min_dist = settings.kf_max_dist;
    }
    CHECK(vpx_codec_enc_init(&encoder_, interface, &settings, 0) ==
          VPX_CODEC_OK);
    Set(VP8E_SET_MAX_INTRA_BITRATE_PCT, intra_percent_);
    Set(VP8E_SET_STATIC_THRESHOLD, 1u);
    if (vp8_) {
      Set(VP8E_SET_CPUUSED, -6);
      Set(VP8E_SET_NOISE_SENSITIVITY, 0u);
      Set(VP8E_SET_TOKEN_PARTITIONS, VP8_ONE_TOKENPARTITION);
    } else {
      Set(VP8E_SET_CPUUSED, codec.width * codec.height >= 1920 * 1080 ? 9 : 7);
      Set(VP9E_SET_NOISE_SENSITIVITY, 0u);
      Set(VP9E_SET_AQ_MODE, 3u);
      Set(VP9E_SET_FRAME_PARALLEL_DECODING, 0u);
      Set(VP9E_SET_TILE_COLUMNS, 0);
      Set(VP9E_SET_ROW_MT, 1u);
    }
  }
  ~LibvpxLoop() override { vpx_codec_destroy(&encoder_); }

  rtc::ArrayView<const uint8_t> Encode(const Planes& picture,
                                       bool key) override {
    const vpx_image_t image = ImageOf(picture);
    CHECK(vpx_codec_encode(&encoder_, &image, pts_, duration_, FlagsFor(key),
                           VPX_DL_REALTIME) == VPX_CODEC_OK);
    pts_ += static_cast<vpx_codec_pts_t>(duration_);
    // With any setting libvpx sends the deltas of its loop filter again.
    if (vp8_ && key)
      Set(VP8E_SET_MAX_INTRA_BITRATE_PCT, intra_percent_);
    vpx_codec_iter_t at = nullptr;
    const vpx_codec_cx_pkt_t* const packet =
        vpx_codec_get_cx_data(&encoder_, &at);
    CHECK(packet && packet->kind == VPX_CODEC_CX_FRAME_PKT);
    CHECK(!vpx_codec_get_cx_data(&encoder_, &at));
    return {static_cast<const uint8_t*>(packet->data.frame.buf),
            packet->data.frame.sz};
  }

 private:
  template <typename Value>
  void Set(int id, Value value) {
    CHECK(vpx_codec_control_(&encoder_, id, value) == VPX_CODEC_OK);
  }

  vpx_enc_frame_flags_t FlagsFor(bool key) const {
    if (key)
      return VPX_EFLAG_FORCE_KF;
    // libwebrtc's one layer refers to the last picture alone.
    return vp8_ ? VP8_EFLAG_NO_REF_GF | VP8_EFLAG_NO_REF_ARF |
                      VP8_EFLAG_NO_UPD_GF | VP8_EFLAG_NO_UPD_ARF
                : 0;
  }

  const bool vp8_;
  const unsigned long duration_;
  const unsigned intra_percent_;
  vpx_codec_ctx_t encoder_ = {};
  vpx_codec_pts_t pts_ = 0;
};

class LibvpxDecoderLoop final : public LibraryDecoder {
 public:
  explicit LibvpxDecoderLoop(bool vp8) {
    const vpx_codec_dec_cfg_t settings = {.threads = 1, .w = 0, .h = 0};
    CHECK(vpx_codec_dec_init(
              &decoder_, vp8 ? vpx_codec_vp8_dx() : vpx_codec_vp9_dx(),
              &settings, vp8 ? VPX_CODEC_USE_POSTPROC : 0) == VPX_CODEC_OK);
    if (vp8) {
      // Above 320x240.
      vp8_postproc_cfg_t filter = {VP8_MFQE, 0, 0};
      CHECK(vpx_codec_control(&decoder_, VP8_SET_POSTPROC, &filter) ==
            VPX_CODEC_OK);
    } else {
      CHECK(vpx_codec_control(&decoder_, VP9D_SET_LOOP_FILTER_OPT, 1) ==
            VPX_CODEC_OK);
    }
  }
  ~LibvpxDecoderLoop() override { vpx_codec_destroy(&decoder_); }

  Planes Decode(rtc::ArrayView<const uint8_t> frame) override {
    CHECK(vpx_codec_decode(&decoder_, frame.data(),
                           static_cast<unsigned>(frame.size()), nullptr,
                           VPX_DL_REALTIME) == VPX_CODEC_OK);
    vpx_codec_iter_t at = nullptr;
    const vpx_image_t* const image = vpx_codec_get_frame(&decoder_, &at);
    CHECK(image && image->fmt == VPX_IMG_FMT_I420);
    return {static_cast<int>(image->d_w),
            static_cast<int>(image->d_h),
            {image->planes[0], image->planes[1], image->planes[2]},
            {image->stride[0], image->stride[1], image->stride[2]}};
  }

 private:
  vpx_codec_ctx_t decoder_ = {};
};

}  // namespace

std::unique_ptr<LibraryEncoder> CreateLibvpxLoop(
    const webrtc::VideoCodec& codec) {
  CHECK(codec.width * codec.height >= 640 * 360);
  return std::make_unique<LibvpxLoop>(codec);
}

std::unique_ptr<LibraryDecoder> CreateLibvpxDecoderLoop(
    webrtc::VideoCodecType type) {
  return std::make_unique<LibvpxDecoderLoop>(type == webrtc::kVideoCodecVP8);
}

}  // namespace nlw
