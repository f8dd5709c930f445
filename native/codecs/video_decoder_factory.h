#ifndef NATIVE_CODECS_VIDEO_DECODER_FACTORY_H_
#define NATIVE_CODECS_VIDEO_DECODER_FACTORY_H_

#include <memory>

#include "api/video_codecs/video_decoder_factory.h"
#include "native/codecs/codec_policy.h"

namespace nlw {

// What VideoDecoderTable lists; of several implementations of a format, the one
// that the policy prefers. All of them skip frames with a SkipMark. `policy`
// must outlive the factory.
std::unique_ptr<webrtc::VideoDecoderFactory> CreateVideoDecoders(
    const CurrentCodecPolicy& policy);

}  // namespace nlw

#endif  // NATIVE_CODECS_VIDEO_DECODER_FACTORY_H_
