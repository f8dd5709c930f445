#ifndef NATIVE_CODECS_FALLBACK_ENCODER_H_
#define NATIVE_CODECS_FALLBACK_ENCODER_H_

#include <functional>
#include <memory>
#include <vector>

#include "api/video_codecs/video_encoder.h"

namespace nlw {

using EncoderMaker = std::function<std::unique_ptr<webrtc::VideoEncoder>()>;

// Encodes with the first of `makers` that can. One that fails at a frame is not
// used again: the next one goes on with that frame, as a key frame, with the
// settings, rates and callback of the one before. One that cannot be
// initialized is passed over until it is to be initialized again, which every
// change of the picture's size does. An error is told when none is left. Null
// without a maker.
std::unique_ptr<webrtc::VideoEncoder> CreateFallbackEncoder(
    std::vector<EncoderMaker> makers);

}  // namespace nlw

#endif  // NATIVE_CODECS_FALLBACK_ENCODER_H_
