#ifndef NATIVE_CODECS_AV1_LIBAOM_SETTINGS_H_
#define NATIVE_CODECS_AV1_LIBAOM_SETTINGS_H_

#include <aom/aom_encoder.h>

#include "api/video_codecs/video_codec.h"

namespace nlw {

// libwebrtc's for real time: constant bitrate, no look-ahead, key frames when
// asked for. False where `codec` makes no sense.
bool ConfigureLibaom(const webrtc::VideoCodec& codec,
                     int cores,
                     aom_codec_enc_cfg_t& configuration);

// For an encoder that was made with `configuration`.
bool ControlLibaom(const webrtc::VideoCodec& codec,
                   const aom_codec_enc_cfg_t& configuration,
                   aom_codec_ctx_t& encoder);

}  // namespace nlw

#endif  // NATIVE_CODECS_AV1_LIBAOM_SETTINGS_H_
