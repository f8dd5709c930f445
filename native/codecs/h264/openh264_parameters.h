#ifndef NATIVE_CODECS_H264_OPENH264_PARAMETERS_H_
#define NATIVE_CODECS_H264_OPENH264_PARAMETERS_H_

#include <wels/codec_api.h>

#include <cstddef>

#include "api/video_codecs/h264_profile_level_id.h"
#include "api/video_codecs/video_codec.h"
#include "modules/video_coding/codecs/h264/include/h264_globals.h"

namespace nlw {

struct OpenH264Settings {
  webrtc::H264Profile profile;
  webrtc::H264PacketizationMode packetization_mode;
  // 1 to 3.
  int temporal_layers;
  // Bytes of a NAL unit in packetization mode 0.
  size_t max_payload_size;
};

// 1 to 3; what the scalability mode says, if it says anything.
int TemporalLayersOf(const webrtc::VideoCodec& codec);

// What `encoder` is to be initialized with.
SEncParamExt OpenH264Parameters(ISVCEncoder& encoder,
                                const webrtc::VideoCodec& codec,
                                const OpenH264Settings& settings);

}  // namespace nlw

#endif  // NATIVE_CODECS_H264_OPENH264_PARAMETERS_H_
