#ifndef NATIVE_CODECS_H264_H264_FORMATS_H_
#define NATIVE_CODECS_H264_H264_FORMATS_H_

#include <vector>

#include "api/video_codecs/h264_profile_level_id.h"
#include "api/video_codecs/scalability_mode.h"
#include "api/video_codecs/sdp_video_format.h"
#include "modules/video_coding/codecs/h264/include/h264_globals.h"

namespace nlw {

// Chrome's list in Chrome's order, and the high profile after it: baseline,
// constrained baseline, main, high, each with packetization mode 1 and 0
// (RFC 6184). Level 3.1, asymmetric: peers in practice send what fits the
// bandwidth.
std::vector<webrtc::SdpVideoFormat> H264EncoderFormats();
std::vector<webrtc::SdpVideoFormat> H264DecoderFormats();

// L1T1, L1T2, L1T3.
bool H264SupportsScalabilityMode(webrtc::ScalabilityMode mode);

// Those of RFC 6184 where `format` names none: baseline, mode 0.
webrtc::H264Profile H264ProfileOf(const webrtc::SdpVideoFormat& format);
webrtc::H264PacketizationMode H264PacketizationModeOf(
    const webrtc::SdpVideoFormat& format);

}  // namespace nlw

#endif  // NATIVE_CODECS_H264_H264_FORMATS_H_
