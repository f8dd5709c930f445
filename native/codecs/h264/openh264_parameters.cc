#include "native/codecs/h264/openh264_parameters.h"

#include <algorithm>

#include "modules/video_coding/svc/scalability_mode_util.h"

namespace nlw {
namespace {

constexpr int kMaxTemporalLayers = 3;

EProfileIdc ProfileOf(webrtc::H264Profile profile) {
  switch (profile) {
    case webrtc::H264Profile::kProfileMain:
      return PRO_MAIN;
    case webrtc::H264Profile::kProfileConstrainedHigh:
    case webrtc::H264Profile::kProfileHigh:
      return PRO_HIGH;
    default:
      return PRO_BASELINE;
  }
}

}  // namespace

int TemporalLayersOf(const webrtc::VideoCodec& codec) {
  int layers = 1;
  if (const auto mode = codec.GetScalabilityMode()) {
    layers = webrtc::ScalabilityModeToNumTemporalLayers(*mode);
  } else {
    layers = std::max<int>(codec.H264().numberOfTemporalLayers,
                           codec.simulcastStream[0].numberOfTemporalLayers);
  }
  return std::clamp(layers, 1, kMaxTemporalLayers);
}

SEncParamExt OpenH264Parameters(ISVCEncoder& encoder,
                                const webrtc::VideoCodec& codec,
                                const OpenH264Settings& settings) {
  SEncParamExt parameters;
  encoder.GetDefaultParams(&parameters);
  parameters.iUsageType = codec.mode == webrtc::VideoCodecMode::kScreensharing
                              ? SCREEN_CONTENT_REAL_TIME
                              : CAMERA_VIDEO_REAL_TIME;
  parameters.iPicWidth = codec.width;
  parameters.iPicHeight = codec.height;
  parameters.iTargetBitrate = static_cast<int>(codec.startBitrate * 1000);
  parameters.iMaxBitrate = UNSPECIFIED_BIT_RATE;
  parameters.iRCMode = RC_BITRATE_MODE;
  parameters.fMaxFrameRate = static_cast<float>(codec.maxFramerate);
  parameters.bEnableFrameSkip = codec.GetFrameDropEnabled();
  parameters.uiIntraPeriod =
      static_cast<unsigned>(codec.H264().keyFrameInterval);
  // The same parameter sets keep their ids: some decoders start anew with new
  // ones.
  parameters.eSpsPpsIdStrategy = SPS_LISTING;
  parameters.uiMaxNalSize = 0;
  // One slice a picture, hence one thread, as libwebrtc has it: with more the
  // rate control goes wrong.
  parameters.iMultipleThreadIdc = 1;
  parameters.iTemporalLayerNum = settings.temporal_layers;
  if (settings.temporal_layers > 1) {
    // One for each layer that another refers to.
    parameters.iNumRefFrame = settings.temporal_layers - 1;
  }

  SSpatialLayerConfig& layer = parameters.sSpatialLayers[0];
  layer.iVideoWidth = parameters.iPicWidth;
  layer.iVideoHeight = parameters.iPicHeight;
  layer.fFrameRate = parameters.fMaxFrameRate;
  layer.iSpatialBitrate = parameters.iTargetBitrate;
  layer.iMaxSpatialBitrate = parameters.iMaxBitrate;
  layer.uiProfileIdc = ProfileOf(settings.profile);
  // Baseline has no CABAC.
  parameters.iEntropyCodingModeFlag = layer.uiProfileIdc != PRO_BASELINE;
  layer.sSliceArgument.uiSliceNum = 1;
  if (settings.packetization_mode ==
      webrtc::H264PacketizationMode::SingleNalUnit) {
    layer.sSliceArgument.uiSliceMode = SM_SIZELIMITED_SLICE;
    layer.sSliceArgument.uiSliceSizeConstraint =
        static_cast<unsigned>(settings.max_payload_size);
  } else {
    layer.sSliceArgument.uiSliceMode = SM_FIXEDSLCNUM_SLICE;
  }
  return parameters;
}

}  // namespace nlw
