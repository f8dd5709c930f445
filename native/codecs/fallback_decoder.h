#ifndef NATIVE_CODECS_FALLBACK_DECODER_H_
#define NATIVE_CODECS_FALLBACK_DECODER_H_

#include <functional>
#include <memory>
#include <vector>

#include "api/video_codecs/video_decoder.h"

namespace nlw {

using DecoderMaker = std::function<std::unique_ptr<webrtc::VideoDecoder>()>;

// Decodes with the first of `makers` that can be configured. One that fails is
// not used again: the next one goes on with that frame, the settings and the
// callback; where that is no key frame, its error has libwebrtc ask for one.
// A decoder fails that asks for another
// (WEBRTC_VIDEO_CODEC_FALLBACK_SOFTWARE), or tells of an error at four key
// frames without a frame that it decodes between them: a peer may send a
// broken one, and errors at others are most often of what was lost before.
// Null without a maker.
std::unique_ptr<webrtc::VideoDecoder> CreateFallbackDecoder(
    std::vector<DecoderMaker> makers);

}  // namespace nlw

#endif  // NATIVE_CODECS_FALLBACK_DECODER_H_
