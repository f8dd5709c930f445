#ifndef NATIVE_CODECS_AV1_LIBAOM_DECODER_H_
#define NATIVE_CODECS_AV1_LIBAOM_DECODER_H_

#include <memory>

#include "api/environment/environment.h"
#include "api/video_codecs/video_decoder.h"

namespace nlw {

// Decodes with libaom: 4:2:0 and 4:4:4, 8 and 10 bits; of spatial layers the
// highest that came.
std::unique_ptr<webrtc::VideoDecoder> CreateLibaomDecoder(
    const webrtc::Environment& env);

}  // namespace nlw

#endif  // NATIVE_CODECS_AV1_LIBAOM_DECODER_H_
