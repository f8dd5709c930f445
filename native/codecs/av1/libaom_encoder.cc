#include "native/codecs/av1/libaom_encoder.h"

#include <aom/aom_encoder.h>
#include <aom/aomcx.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "modules/video_coding/include/video_codec_interface.h"
#include "modules/video_coding/include/video_error_codes.h"
#include "modules/video_coding/svc/create_scalability_structure.h"
#include "native/codecs/av1/libaom_settings.h"
#include "native/codecs/av1/picture.h"
#include "native/codecs/av1/spatial_layers.h"
#include "native/codecs/describe_layer.h"

namespace nlw {
namespace {

using webrtc::VideoFrameBuffer;
using webrtc::VideoFrameType;
using LayerFrame = webrtc::ScalableVideoController::LayerFrameConfig;

// libwebrtc's for AV1, of 0 to 255.
constexpr int kLowQp = 145;
constexpr int kHighQp = 205;
constexpr double kClockRate = 90'000;

// The names in the bitstream of the buffers of a frame, the likeliest first:
// last, golden, then those between.
constexpr int kReferences[] = {0, 3, 1, 2, 4, 5, 6};

// I420 or NV12, of `size`.
rtc::scoped_refptr<VideoFrameBuffer> PictureOf(
    const webrtc::VideoFrame& frame,
    const webrtc::RenderResolution& size) {
  rtc::scoped_refptr<VideoFrameBuffer> buffer = frame.video_frame_buffer();
  if (buffer->width() != size.Width() || buffer->height() != size.Height())
    buffer = buffer->Scale(size.Width(), size.Height());
  if (buffer->type() == VideoFrameBuffer::Type::kNative) {
    VideoFrameBuffer::Type types[] = {VideoFrameBuffer::Type::kI420,
                                      VideoFrameBuffer::Type::kNV12};
    if (auto mapped = buffer->GetMappedFrameBuffer(types))
      buffer = mapped;
  }
  if (buffer->type() == VideoFrameBuffer::Type::kI420 ||
      buffer->type() == VideoFrameBuffer::Type::kNV12) {
    return buffer;
  }
  return buffer->ToI420();
}

class LibaomEncoder final : public webrtc::VideoEncoder {
 public:
  ~LibaomEncoder() override { Release(); }

  int InitEncode(const webrtc::VideoCodec* codec,
                 const Settings& settings) override {
    Release();
    if (!codec || codec->codecType != webrtc::kVideoCodecAV1 ||
        !ConfigureLibaom(*codec, settings.number_of_cores, configuration_)) {
      return WEBRTC_VIDEO_CODEC_ERR_PARAMETER;
    }
    if (codec->IsSimulcast())
      return WEBRTC_VIDEO_CODEC_ERR_SIMULCAST_PARAMETERS_NOT_SUPPORTED;
    mode_ =
        codec->GetScalabilityMode().value_or(webrtc::ScalabilityMode::kL1T1);
    structure_ = webrtc::CreateScalabilityStructure(mode_);
    if (!structure_)
      return WEBRTC_VIDEO_CODEC_ERR_PARAMETER;
    if (aom_codec_enc_init(&encoder_, aom_codec_av1_cx(), &configuration_, 0) !=
        AOM_CODEC_OK) {
      return WEBRTC_VIDEO_CODEC_ERROR;
    }
    ready_ = true;
    if (!ControlLibaom(*codec, configuration_, encoder_)) {
      Release();
      return WEBRTC_VIDEO_CODEC_ERROR;
    }
    layers_.emplace(structure_->StreamConfig(), configuration_);
    automatic_resize_ = codec->AV1().automatic_resize_on;
    return WEBRTC_VIDEO_CODEC_OK;
  }

  int32_t RegisterEncodeCompleteCallback(
      webrtc::EncodedImageCallback* callback) override {
    callback_ = callback;
    return WEBRTC_VIDEO_CODEC_OK;
  }

  int32_t Release() override {
    if (ready_)
      aom_codec_destroy(&encoder_);
    ready_ = false;
    frame_rate_ = 0;
    layers_.reset();
    return WEBRTC_VIDEO_CODEC_OK;
  }

  void SetRates(const RateControlParameters& parameters) override {
    if (!ready_ || parameters.framerate_fps < 1 ||
        parameters.bitrate.get_sum_bps() == 0) {
      return;
    }
    structure_->OnRatesUpdated(parameters.bitrate);
    // Before the layers' own: libaom divides by it.
    configuration_.rc_target_bitrate = parameters.bitrate.get_sum_kbps();
    if (layers_->several()) {
      layers_->SetRates(parameters.bitrate);
      configuration_.g_w = static_cast<unsigned>(layers_->TopSize().Width());
      configuration_.g_h = static_cast<unsigned>(layers_->TopSize().Height());
      aom_codec_control(&encoder_, AV1E_SET_SVC_PARAMS, layers_->parameters());
    }
    aom_codec_enc_config_set(&encoder_, &configuration_);
    frame_rate_ = parameters.framerate_fps;
  }

  int32_t Encode(const webrtc::VideoFrame& frame,
                 const std::vector<VideoFrameType>* types) override {
    if (!ready_ || !callback_ || frame_rate_ == 0)
      return WEBRTC_VIDEO_CODEC_UNINITIALIZED;
    const bool key =
        types && std::find(types->begin(), types->end(),
                           VideoFrameType::kVideoFrameKey) != types->end();
    const auto buffer = PictureOf(frame, layers_->TopSize());
    if (!buffer)
      return WEBRTC_VIDEO_CODEC_ENCODER_FAILURE;
    const aom_image_t picture = ShowPicture(*buffer);

    std::vector<LayerFrame> layer_frames = structure_->NextFrameConfig(key);
    const auto duration = static_cast<unsigned long>(kClockRate / frame_rate_);
    // Not the frames' own time, which would upset libaom's rate control.
    pts_ += static_cast<aom_codec_pts_t>(duration);
    encoded_.clear();
    auto next = layer_frames.begin();
    // libaom wants to be called for a layer without bits too.
    for (int spatial = 0; spatial < layers_->spatial_count(); ++spatial) {
      const bool wanted =
          next != layer_frames.end() && next->SpatialId() == spatial;
      LayerFrame unwanted;
      LayerFrame& layer = wanted ? *next++ : unwanted.S(spatial);
      Announce(layer);
      if (aom_codec_encode(&encoder_, &picture, pts_, duration,
                           layer.IsKeyframe() ? AOM_EFLAG_FORCE_KF : 0) !=
          AOM_CODEC_OK) {
        return WEBRTC_VIDEO_CODEC_ENCODER_FAILURE;
      }
      Take(frame, layer, wanted);
    }
    if (encoded_.empty()) {
      callback_->OnDroppedFrame(
          webrtc::EncodedImageCallback::DropReason::kDroppedByEncoder);
      return WEBRTC_VIDEO_CODEC_OK;
    }
    encoded_.back().second.end_of_picture = true;
    for (const auto& [image, specific] : encoded_)
      callback_->OnEncodedImage(image, &specific);
    return WEBRTC_VIDEO_CODEC_OK;
  }

  EncoderInfo GetEncoderInfo() const override {
    EncoderInfo info;
    info.implementation_name = "libaom";
    info.is_hardware_accelerated = false;
    info.has_trusted_rate_controller = true;
    info.scaling_settings = ready_ && !automatic_resize_
                                ? ScalingSettings(ScalingSettings::kOff)
                                : ScalingSettings(kLowQp, kHighQp);
    info.preferred_pixel_formats = {VideoFrameBuffer::Type::kI420,
                                    VideoFrameBuffer::Type::kNV12};
    if (layers_ && layers_->several()) {
      for (int spatial = 0; spatial < layers_->spatial_count(); ++spatial) {
        auto& rates = info.fps_allocation[spatial];
        rates.clear();
        for (int layer = layers_->temporal_count() - 1; layer >= 0; --layer)
          rates.push_back(EncoderInfo::kMaxFramerateFraction >> layer);
      }
    }
    return info;
  }

 private:
  void Announce(const LayerFrame& layer) {
    if (!layers_->several())
      return;
    aom_svc_layer_id_t id = {layer.SpatialId(), layer.TemporalId()};
    aom_codec_control(&encoder_, AV1E_SET_SVC_LAYER_ID, &id);
    aom_svc_ref_frame_config_t references = {};
    const size_t count =
        std::min(layer.Buffers().size(), std::size(kReferences));
    for (size_t i = 0; i < count; ++i) {
      const webrtc::CodecBufferUsage& buffer = layer.Buffers()[i];
      references.ref_idx[kReferences[i]] = buffer.id;
      references.reference[kReferences[i]] = buffer.referenced;
      if (buffer.updated)
        references.refresh[buffer.id] = 1;
    }
    aom_codec_control(&encoder_, AV1E_SET_SVC_REF_FRAME_CONFIG, &references);
  }

  // What libaom made of one layer; nothing where it left it out.
  void Take(const webrtc::VideoFrame& frame, LayerFrame& layer, bool wanted) {
    aom_codec_iter_t at = nullptr;
    while (const aom_codec_cx_pkt_t* packet =
               aom_codec_get_cx_data(&encoder_, &at)) {
      if (packet->kind != AOM_CODEC_CX_FRAME_PKT || !wanted ||
          packet->data.frame.sz == 0) {
        continue;
      }
      if (packet->data.frame.flags & AOM_FRAME_IS_KEY)
        layer.Keyframe();
      webrtc::EncodedImage image;
      image.SetEncodedData(webrtc::EncodedImageBuffer::Create(
          static_cast<const uint8_t*>(packet->data.frame.buf),
          packet->data.frame.sz));
      image._frameType = layer.IsKeyframe() ? VideoFrameType::kVideoFrameKey
                                            : VideoFrameType::kVideoFrameDelta;
      const webrtc::RenderResolution size = layers_->sizes()[layer.SpatialId()];
      image._encodedWidth = static_cast<uint32_t>(size.Width());
      image._encodedHeight = static_cast<uint32_t>(size.Height());
      image.SetRtpTimestamp(frame.timestamp());
      image.SetColorSpace(frame.color_space());
      if (layers_->several()) {
        image.SetSpatialIndex(layer.SpatialId());
        image.SetTemporalIndex(layer.TemporalId());
      }
      aom_codec_control(&encoder_, AOME_GET_LAST_QUANTIZER, &image.qp_);
      encoded_.emplace_back(std::move(image), Describe(layer));
    }
  }

  webrtc::CodecSpecificInfo Describe(const LayerFrame& layer) {
    webrtc::CodecSpecificInfo specific;
    specific.codecType = webrtc::kVideoCodecAV1;
    specific.end_of_picture = false;
    specific.scalability_mode = mode_;
    DescribeLayer(*structure_, layer, layers_->sizes(), specific);
    return specific;
  }

  aom_codec_ctx_t encoder_ = {};
  aom_codec_enc_cfg_t configuration_ = {};
  bool ready_ = false;
  bool automatic_resize_ = false;
  webrtc::ScalabilityMode mode_ = webrtc::ScalabilityMode::kL1T1;
  std::unique_ptr<webrtc::ScalableVideoController> structure_;
  std::optional<SpatialLayers> layers_;
  webrtc::EncodedImageCallback* callback_ = nullptr;
  // Zero until rates are known.
  double frame_rate_ = 0;
  aom_codec_pts_t pts_ = 0;
  std::vector<std::pair<webrtc::EncodedImage, webrtc::CodecSpecificInfo>>
      encoded_;
};

}  // namespace

std::unique_ptr<webrtc::VideoEncoder> CreateLibaomEncoder(
    const webrtc::SdpVideoFormat& /*format*/) {
  return std::make_unique<LibaomEncoder>();
}

}  // namespace nlw
