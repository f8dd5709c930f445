#include "native/codecs/video_codec_table.h"

#include "media/base/codec.h"
#include "modules/video_coding/codecs/av1/av1_svc_config.h"
#include "modules/video_coding/codecs/vp8/include/vp8.h"
#include "modules/video_coding/codecs/vp8/vp8_scalability.h"
#include "modules/video_coding/codecs/vp9/include/vp9.h"
#include "native/codecs/av1/av1_formats.h"
#include "native/codecs/av1/libaom_decoder.h"
#include "native/codecs/av1/libaom_encoder.h"
#include "native/codecs/bounded_decoder.h"
#include "native/codecs/h264/h264_formats.h"
#include "native/codecs/h264/openh264_decoder.h"
#include "native/codecs/h264/openh264_encoder.h"
#include "native/codecs/picture_size.h"

namespace nlw {
namespace {

using Formats = std::vector<webrtc::SdpVideoFormat>;
using ScalabilityModes =
    absl::InlinedVector<webrtc::ScalabilityMode, webrtc::kScalabilityModeCount>;

Formats Vp8EncoderFormats() {
  ScalabilityModes modes(std::begin(webrtc::kVP8SupportedScalabilityModes),
                         std::end(webrtc::kVP8SupportedScalabilityModes));
  return {
      webrtc::SdpVideoFormat("VP8", webrtc::CodecParameterMap(), modes),
  };
}

Formats Vp8DecoderFormats() {
  return {webrtc::SdpVideoFormat("VP8")};
}

std::unique_ptr<webrtc::VideoEncoder> CreateVp8Encoder(
    const webrtc::SdpVideoFormat& /*format*/) {
  return webrtc::VP8Encoder::Create();
}

std::unique_ptr<webrtc::VideoDecoder> CreateVp8Decoder(
    const webrtc::Environment& env) {
  return BoundPictures(webrtc::CreateVp8Decoder(env), Vp8IsTooLarge);
}

std::unique_ptr<webrtc::VideoDecoder> CreateH264Decoder(
    const webrtc::Environment& env) {
  return BoundPictures(CreateOpenH264Decoder(env), H264IsTooLarge);
}

// Profiles 0 and 2.
Formats Vp9EncoderFormats() {
  return webrtc::SupportedVP9Codecs(/*add_scalability_modes=*/true);
}

std::unique_ptr<webrtc::VideoEncoder> CreateVp9Encoder(
    const webrtc::SdpVideoFormat& format) {
  return webrtc::VP9Encoder::Create(cricket::CreateVideoCodec(format));
}

std::unique_ptr<webrtc::VideoDecoder> CreateVp9Decoder(
    const webrtc::Environment& /*env*/) {
  return BoundPictures(webrtc::VP9Decoder::Create(), Vp9IsTooLarge);
}

constexpr VideoEncoderEntry kEncoders[] = {
    {"libvpx", /*hardware=*/false, Vp8EncoderFormats, CreateVp8Encoder,
     webrtc::VP8SupportsScalabilityMode},
    {"OpenH264", /*hardware=*/false, H264EncoderFormats, CreateOpenH264Encoder,
     H264SupportsScalabilityMode},
    {"libaom", /*hardware=*/false, Av1EncoderFormats, CreateLibaomEncoder,
     webrtc::LibaomAv1EncoderSupportsScalabilityMode},
    {"libvpx", /*hardware=*/false, Vp9EncoderFormats, CreateVp9Encoder,
     webrtc::VP9Encoder::SupportsScalabilityMode},
};

constexpr VideoDecoderEntry kDecoders[] = {
    {"libvpx", /*hardware=*/false, Vp8DecoderFormats, CreateVp8Decoder,
     /*reference_scaling=*/false},
    // Profiles 1 and 3 too.
    {"libvpx", /*hardware=*/false, webrtc::SupportedVP9DecoderCodecs,
     CreateVp9Decoder, /*reference_scaling=*/true},
    {"OpenH264", /*hardware=*/false, H264DecoderFormats, CreateH264Decoder,
     /*reference_scaling=*/false},
    {"libaom", /*hardware=*/false, Av1DecoderFormats, CreateLibaomDecoder,
     /*reference_scaling=*/true},
};

}  // namespace

rtc::ArrayView<const VideoEncoderEntry> VideoEncoderTable() {
  return kEncoders;
}

rtc::ArrayView<const VideoDecoderEntry> VideoDecoderTable() {
  return kDecoders;
}

}  // namespace nlw
