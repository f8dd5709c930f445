#include "native/codecs/av1/libaom_settings.h"

#include <aom/aomcx.h>

#include <bit>

namespace nlw {
namespace {

constexpr unsigned kMinQp = 10;
constexpr unsigned kMaxQp = 63;
constexpr int kClockRate = 90'000;
constexpr unsigned kFrameDropThreshold = 30;

struct Control {
  int id;
  int value;
};

constexpr Control kControls[] = {
    // Cyclic refresh.
    {AV1E_SET_AQ_MODE, 3},
    {AV1E_SET_DELTAQ_MODE, 0},
    // Percent of a frame's bits.
    {AOME_SET_MAX_INTRA_BITRATE_PCT, 300},
    // Entropy coding costs: from the context at the start of a frame.
    {AV1E_SET_COEFF_COST_UPD_FREQ, 3},
    {AV1E_SET_MODE_COST_UPD_FREQ, 3},
    {AV1E_SET_MV_COST_UPD_FREQ, 3},
    {AV1E_SET_ROW_MT, 1},
    {AV1E_SET_NOISE_SENSITIVITY, 0},
    {AV1E_SET_ENABLE_CDEF, 1},
    {AV1E_SET_MAX_REFERENCE_FRAMES, 3},
    {AV1E_SET_INTRA_DEFAULT_TX_ONLY, 1},
    {AV1E_SET_DISABLE_TRELLIS_QUANT, 1},
    // Tools whose gain is not worth their time here.
    {AV1E_SET_ENABLE_ORDER_HINT, 0},
    {AV1E_SET_ENABLE_TPL_MODEL, 0},
    {AV1E_SET_ENABLE_OBMC, 0},
    {AV1E_SET_ENABLE_WARPED_MOTION, 0},
    {AV1E_SET_ENABLE_GLOBAL_MOTION, 0},
    {AV1E_SET_ENABLE_REF_FRAME_MVS, 0},
    {AV1E_SET_ENABLE_CFL_INTRA, 0},
    {AV1E_SET_ENABLE_SMOOTH_INTRA, 0},
    {AV1E_SET_ENABLE_PAETH_INTRA, 0},
    {AV1E_SET_ENABLE_ANGLE_DELTA, 0},
    {AV1E_SET_ENABLE_FILTER_INTRA, 0},
    {AV1E_SET_ENABLE_INTRA_EDGE_FILTER, 0},
    {AV1E_SET_ENABLE_INTRABC, 0},
    {AV1E_SET_ENABLE_DIST_WTD_COMP, 0},
    {AV1E_SET_ENABLE_DIFF_WTD_COMP, 0},
    {AV1E_SET_ENABLE_INTERINTRA_COMP, 0},
    {AV1E_SET_ENABLE_INTERINTRA_WEDGE, 0},
    {AV1E_SET_ENABLE_SMOOTH_INTERINTRA, 0},
    {AV1E_SET_ENABLE_MASKED_COMP, 0},
    {AV1E_SET_ENABLE_DUAL_FILTER, 0},
    {AV1E_SET_ENABLE_QM, 0},
    {AV1E_SET_ENABLE_RECT_PARTITIONS, 0},
    {AV1E_SET_ENABLE_RESTORATION, 0},
    {AV1E_SET_ENABLE_TX64, 0},
};

// Where the complexity is the usual one, 10, the fastest for cameras.
int SpeedOf(const webrtc::VideoCodec& codec) {
  const int pixels = codec.width * codec.height;
  const int slower = pixels <= 320 * 180 ? 2 : pixels <= 640 * 360 ? 1 : 0;
  switch (codec.GetVideoEncoderComplexity()) {
    case webrtc::VideoCodecComplexity::kComplexityHigh:
      return 10 - slower;
    case webrtc::VideoCodecComplexity::kComplexityHigher:
      return 9 - slower + (pixels > 1280 * 720);
    case webrtc::VideoCodecComplexity::kComplexityMax:
      return 8 - slower + (pixels > 1280 * 720);
    default:
      return 10;
  }
}

unsigned ThreadsFor(int pixels, int cores) {
  if (pixels >= 960 * 540 && cores > 8)
    return 8;
  if (pixels >= 640 * 360 && cores > 4)
    return 4;
  return pixels >= 320 * 180 && cores > 2 ? 2 : 1;
}

}  // namespace

bool ConfigureLibaom(const webrtc::VideoCodec& codec,
                     int cores,
                     aom_codec_enc_cfg_t& configuration) {
  const bool valid =
      codec.width > 0 && codec.height > 0 && codec.maxFramerate > 0 &&
      codec.qpMax >= kMinQp && codec.qpMax <= kMaxQp &&
      (codec.maxBitrate == 0 || codec.minBitrate <= codec.maxBitrate);
  if (!valid ||
      aom_codec_enc_config_default(aom_codec_av1_cx(), &configuration,
                                   AOM_USAGE_REALTIME) != AOM_CODEC_OK) {
    return false;
  }
  configuration.g_w = codec.width;
  configuration.g_h = codec.height;
  configuration.g_threads = ThreadsFor(codec.width * codec.height, cores);
  configuration.g_timebase = {1, kClockRate};
  configuration.g_input_bit_depth = 8;
  configuration.g_error_resilient = 0;
  configuration.g_pass = AOM_RC_ONE_PASS;
  configuration.g_lag_in_frames = 0;
  configuration.kf_mode = AOM_KF_DISABLED;
  configuration.rc_end_usage = AOM_CBR;
  configuration.rc_target_bitrate = codec.startBitrate;
  configuration.rc_dropframe_thresh =
      codec.GetFrameDropEnabled() ? kFrameDropThreshold : 0;
  configuration.rc_min_quantizer = kMinQp;
  configuration.rc_max_quantizer = codec.qpMax;
  configuration.rc_undershoot_pct = 50;
  configuration.rc_overshoot_pct = 50;
  // Milliseconds.
  configuration.rc_buf_initial_sz = 600;
  configuration.rc_buf_optimal_sz = 600;
  configuration.rc_buf_sz = 1000;
  return true;
}

bool ControlLibaom(const webrtc::VideoCodec& codec,
                   const aom_codec_enc_cfg_t& configuration,
                   aom_codec_ctx_t& encoder) {
  const auto set = [&encoder](const Control& control) {
    return aom_codec_control(&encoder, control.id, control.value) ==
           AOM_CODEC_OK;
  };
  for (const Control& control : kControls) {
    if (!set(control))
      return false;
  }
  const bool screen = codec.mode == webrtc::VideoCodecMode::kScreensharing;
  const int pixels = codec.width * codec.height;
  const bool small_blocks = configuration.g_threads >= 4 &&
                            pixels >= 960 * 540 && pixels < 1920 * 1080;
  return set({AOME_SET_CPUUSED, SpeedOf(codec)}) &&
         set({AV1E_SET_TUNE_CONTENT,
              screen ? AOM_CONTENT_SCREEN : AOM_CONTENT_DEFAULT}) &&
         set({AV1E_SET_ENABLE_PALETTE, screen}) &&
         set({AV1E_SET_TILE_COLUMNS,
              std::countr_zero(configuration.g_threads)}) &&
         set({AV1E_SET_SUPERBLOCK_SIZE, small_blocks
                                            ? AOM_SUPERBLOCK_SIZE_64X64
                                            : AOM_SUPERBLOCK_SIZE_DYNAMIC});
}

}  // namespace nlw
