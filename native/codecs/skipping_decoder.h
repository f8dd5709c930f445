#ifndef NATIVE_CODECS_SKIPPING_DECODER_H_
#define NATIVE_CODECS_SKIPPING_DECODER_H_

#include <memory>

#include "api/video_codecs/video_decoder.h"

namespace nlw {

// Decodes with `decoder`, but for frames with a SkipMark: those it takes for
// decoded, and gives no picture.
std::unique_ptr<webrtc::VideoDecoder> SkipMarkedFrames(
    std::unique_ptr<webrtc::VideoDecoder> decoder);

}  // namespace nlw

#endif  // NATIVE_CODECS_SKIPPING_DECODER_H_
