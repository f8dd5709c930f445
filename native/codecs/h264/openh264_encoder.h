#ifndef NATIVE_CODECS_H264_OPENH264_ENCODER_H_
#define NATIVE_CODECS_H264_OPENH264_ENCODER_H_

#include <memory>

#include "api/video_codecs/sdp_video_format.h"
#include "api/video_codecs/video_encoder.h"

namespace nlw {

// Encodes one stream with OpenH264, in the profile and packetization mode of
// `format`. Every key frame has its SPS and PPS with it.
std::unique_ptr<webrtc::VideoEncoder> CreateOpenH264Encoder(
    const webrtc::SdpVideoFormat& format);

}  // namespace nlw

#endif  // NATIVE_CODECS_H264_OPENH264_ENCODER_H_
