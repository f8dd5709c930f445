#ifndef NATIVE_CODECS_H264_OPENH264_DECODER_H_
#define NATIVE_CODECS_H264_OPENH264_DECODER_H_

#include <memory>

#include "api/environment/environment.h"
#include "api/video_codecs/video_decoder.h"

namespace nlw {

// Decodes with OpenH264: baseline, main and high profile, progressive, 4:2:0,
// 8 bits. Conceals nothing: what cannot be decoded is an error.
std::unique_ptr<webrtc::VideoDecoder> CreateOpenH264Decoder(
    const webrtc::Environment& env);

}  // namespace nlw

#endif  // NATIVE_CODECS_H264_OPENH264_DECODER_H_
