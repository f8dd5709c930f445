#ifndef NATIVE_CODECS_AV1_LIBAOM_ENCODER_H_
#define NATIVE_CODECS_AV1_LIBAOM_ENCODER_H_

#include <memory>

#include "api/video_codecs/sdp_video_format.h"
#include "api/video_codecs/video_encoder.h"

namespace nlw {

// Encodes one stream with libaom in real-time mode: the main profile, 8 bits,
// all scalability modes of libwebrtc's AV1, screen content tools for screens.
std::unique_ptr<webrtc::VideoEncoder> CreateLibaomEncoder(
    const webrtc::SdpVideoFormat& format);

}  // namespace nlw

#endif  // NATIVE_CODECS_AV1_LIBAOM_ENCODER_H_
