#ifndef NATIVE_CODECS_VIDEO_DECODER_FACTORY_H_
#define NATIVE_CODECS_VIDEO_DECODER_FACTORY_H_

#include <memory>

#include "api/video_codecs/video_decoder_factory.h"

namespace nlw {

// What VideoDecoderTable lists. All of them skip frames with a SkipMark.
std::unique_ptr<webrtc::VideoDecoderFactory> CreateVideoDecoders();

}  // namespace nlw

#endif  // NATIVE_CODECS_VIDEO_DECODER_FACTORY_H_
