#ifndef NATIVE_CODECS_AV1_AV1_FORMATS_H_
#define NATIVE_CODECS_AV1_AV1_FORMATS_H_

#include <vector>

#include "api/video_codecs/sdp_video_format.h"

namespace nlw {

// Chrome's: the main profile is sent and received, the high profile (4:4:4)
// received.
std::vector<webrtc::SdpVideoFormat> Av1EncoderFormats();
std::vector<webrtc::SdpVideoFormat> Av1DecoderFormats();

}  // namespace nlw

#endif  // NATIVE_CODECS_AV1_AV1_FORMATS_H_
