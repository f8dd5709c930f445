#include "native/codecs/h264/openh264_encoder.h"

#include <wels/codec_api.h>

#include <algorithm>
#include <vector>

#include "common_video/h264/h264_bitstream_parser.h"
#include "modules/video_coding/include/video_codec_interface.h"
#include "modules/video_coding/include/video_error_codes.h"
#include "modules/video_coding/svc/create_scalability_structure.h"
#include "native/codecs/describe_layer.h"
#include "native/codecs/h264/h264_formats.h"
#include "native/codecs/h264/openh264_log.h"
#include "native/codecs/h264/openh264_output.h"
#include "native/codecs/h264/openh264_parameters.h"

namespace nlw {
namespace {

using webrtc::VideoFrameType;

// libwebrtc's for OpenH264.
constexpr int kLowQp = 24;
constexpr int kHighQp = 37;

constexpr webrtc::ScalabilityMode kModes[] = {webrtc::ScalabilityMode::kL1T1,
                                              webrtc::ScalabilityMode::kL1T2,
                                              webrtc::ScalabilityMode::kL1T3};

struct Destroy {
  void operator()(ISVCEncoder* encoder) const {
    encoder->Uninitialize();
    WelsDestroySVCEncoder(encoder);
  }
};

class OpenH264Encoder final : public webrtc::VideoEncoder {
 public:
  explicit OpenH264Encoder(const webrtc::SdpVideoFormat& format)
      : profile_(H264ProfileOf(format)),
        packetization_mode_(H264PacketizationModeOf(format)) {}

  int InitEncode(const webrtc::VideoCodec* codec,
                 const Settings& settings) override {
    Release();
    if (!codec || codec->codecType != webrtc::kVideoCodecH264 ||
        codec->maxFramerate == 0 || codec->width < 1 || codec->height < 1) {
      return WEBRTC_VIDEO_CODEC_ERR_PARAMETER;
    }
    if (codec->IsSimulcast())
      return WEBRTC_VIDEO_CODEC_ERR_SIMULCAST_PARAMETERS_NOT_SUPPORTED;
    ISVCEncoder* encoder = nullptr;
    if (WelsCreateSVCEncoder(&encoder) != 0 || !encoder)
      return WEBRTC_VIDEO_CODEC_MEMORY;
    std::unique_ptr<ISVCEncoder, Destroy> owner(encoder);
    TakeLog(*encoder, ENCODER_OPTION_TRACE_CALLBACK,
            ENCODER_OPTION_TRACE_LEVEL);
    temporal_layers_ = TemporalLayersOf(*codec);
    SEncParamExt parameters =
        OpenH264Parameters(*encoder, *codec,
                           {profile_, packetization_mode_, temporal_layers_,
                            settings.max_payload_size});
    if (encoder->InitializeExt(&parameters) != 0)
      return WEBRTC_VIDEO_CODEC_ERROR;
    int video_format = videoFormatI420;
    encoder->SetOption(ENCODER_OPTION_DATAFORMAT, &video_format);
    width_ = codec->width;
    height_ = codec->height;
    structure_ =
        webrtc::CreateScalabilityStructure(kModes[temporal_layers_ - 1]);
    sending_ = codec->startBitrate > 0;
    encoder_ = std::move(owner);
    return WEBRTC_VIDEO_CODEC_OK;
  }

  int32_t RegisterEncodeCompleteCallback(
      webrtc::EncodedImageCallback* callback) override {
    callback_ = callback;
    return WEBRTC_VIDEO_CODEC_OK;
  }

  int32_t Release() override {
    encoder_ = nullptr;
    return WEBRTC_VIDEO_CODEC_OK;
  }

  void SetRates(const RateControlParameters& parameters) override {
    if (!encoder_)
      return;
    const bool send = parameters.bitrate.get_sum_bps() > 0;
    // Whoever receives has nothing to go on with after a pause.
    key_frame_due_ |= send && !sending_;
    sending_ = send;
    if (!send)
      return;
    SBitrateInfo bitrate = {SPATIAL_LAYER_ALL,
                            static_cast<int>(parameters.bitrate.get_sum_bps())};
    encoder_->SetOption(ENCODER_OPTION_BITRATE, &bitrate);
    if (parameters.framerate_fps >= 1) {
      auto frame_rate = static_cast<float>(parameters.framerate_fps);
      encoder_->SetOption(ENCODER_OPTION_FRAME_RATE, &frame_rate);
    }
  }

  int32_t Encode(const webrtc::VideoFrame& frame,
                 const std::vector<VideoFrameType>* types) override {
    if (!encoder_ || !callback_)
      return WEBRTC_VIDEO_CODEC_UNINITIALIZED;
    const auto asked_for = [types](VideoFrameType type) {
      return types &&
             std::find(types->begin(), types->end(), type) != types->end();
    };
    if (!sending_ || asked_for(VideoFrameType::kEmptyFrame))
      return WEBRTC_VIDEO_CODEC_OK;
    const auto picture = frame.video_frame_buffer()->ToI420();
    if (!picture)
      return WEBRTC_VIDEO_CODEC_ENCODER_FAILURE;
    if (picture->width() != width_ || picture->height() != height_)
      return WEBRTC_VIDEO_CODEC_ERR_PARAMETER;
    if (key_frame_due_ || asked_for(VideoFrameType::kVideoFrameKey)) {
      encoder_->ForceIntraFrame(true);
      key_frame_due_ = false;
    }
    SSourcePicture source = {};
    source.iColorFormat = videoFormatI420;
    source.iPicWidth = width_;
    source.iPicHeight = height_;
    source.uiTimeStamp = frame.timestamp_us() / 1000;
    source.iStride[0] = picture->StrideY();
    source.iStride[1] = picture->StrideU();
    source.iStride[2] = picture->StrideV();
    source.pData[0] = const_cast<uint8_t*>(picture->DataY());
    source.pData[1] = const_cast<uint8_t*>(picture->DataU());
    source.pData[2] = const_cast<uint8_t*>(picture->DataV());
    SFrameBSInfo info = {};
    if (encoder_->EncodeFrame(&source, &info) != cmResultSuccess)
      return WEBRTC_VIDEO_CODEC_ENCODER_FAILURE;
    Deliver(frame, info);
    return WEBRTC_VIDEO_CODEC_OK;
  }

  EncoderInfo GetEncoderInfo() const override {
    EncoderInfo info;
    info.implementation_name = "OpenH264";
    info.is_hardware_accelerated = false;
    info.scaling_settings = ScalingSettings(kLowQp, kHighQp);
    // OpenH264 leaves an odd last row or column out.
    info.requested_resolution_alignment = 2;
    info.apply_alignment_to_all_simulcast_layers = true;
    info.supports_simulcast = false;
    info.preferred_pixel_formats = {webrtc::VideoFrameBuffer::Type::kI420};
    info.fps_allocation[0].clear();
    for (int layer = temporal_layers_ - 1; layer >= 0; --layer) {
      info.fps_allocation[0].push_back(EncoderInfo::kMaxFramerateFraction >>
                                       layer);
    }
    return info;
  }

 private:
  void Deliver(const webrtc::VideoFrame& frame, const SFrameBSInfo& info) {
    auto bytes = BytesOf(info);
    if (bytes->size() == 0) {
      callback_->OnDroppedFrame(
          webrtc::EncodedImageCallback::DropReason::kDroppedByEncoder);
      return;
    }
    const bool key = info.eFrameType == videoFrameTypeIDR;
    const int temporal_id = TemporalIdOf(info);
    // Asked after encoding, since a frame that OpenH264 leaves out is no step
    // of its pattern either.
    const auto layers = structure_->NextFrameConfig(/*restart=*/key);
    if (layers.size() != 1 || layers[0].TemporalId() != temporal_id) {
      key_frame_due_ = true;
      return;
    }

    webrtc::EncodedImage image;
    image.SetEncodedData(bytes);
    image._encodedWidth = static_cast<uint32_t>(width_);
    image._encodedHeight = static_cast<uint32_t>(height_);
    image._frameType =
        key ? VideoFrameType::kVideoFrameKey : VideoFrameType::kVideoFrameDelta;
    image.SetRtpTimestamp(frame.timestamp());
    image.SetColorSpace(frame.color_space());
    parser_.ParseBitstream(image);
    image.qp_ = parser_.GetLastSliceQp().value_or(-1);

    webrtc::CodecSpecificInfo specific;
    specific.codecType = webrtc::kVideoCodecH264;
    auto& h264 = specific.codecSpecific.H264;
    h264.packetization_mode = packetization_mode_;
    h264.idr_frame = key;
    h264.temporal_idx = webrtc::kNoTemporalIdx;
    h264.base_layer_sync = false;
    if (temporal_layers_ > 1) {
      image.SetTemporalIndex(temporal_id);
      h264.temporal_idx = static_cast<uint8_t>(temporal_id);
      if (temporal_id == 0)
        lowest_since_base_ = temporal_layers_;
      h264.base_layer_sync =
          temporal_id > 0 && temporal_id < lowest_since_base_;
      if (temporal_id > 0)
        lowest_since_base_ = std::min(lowest_since_base_, temporal_id);
    }
    specific.scalability_mode = kModes[temporal_layers_ - 1];
    const webrtc::RenderResolution size(width_, height_);
    DescribeLayer(*structure_, layers[0], {&size, 1}, specific);
    callback_->OnEncodedImage(image, &specific);
  }

  const webrtc::H264Profile profile_;
  const webrtc::H264PacketizationMode packetization_mode_;
  std::unique_ptr<ISVCEncoder, Destroy> encoder_;
  std::unique_ptr<webrtc::ScalableVideoController> structure_;
  webrtc::H264BitstreamParser parser_;
  webrtc::EncodedImageCallback* callback_ = nullptr;
  int width_ = 0;
  int height_ = 0;
  int temporal_layers_ = 1;
  // The lowest layer above the base since the last frame of the base.
  int lowest_since_base_ = 1;
  bool sending_ = false;
  bool key_frame_due_ = false;
};

}  // namespace

std::unique_ptr<webrtc::VideoEncoder> CreateOpenH264Encoder(
    const webrtc::SdpVideoFormat& format) {
  return std::make_unique<OpenH264Encoder>(format);
}

}  // namespace nlw
