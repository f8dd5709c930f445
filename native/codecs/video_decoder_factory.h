#ifndef NATIVE_CODECS_VIDEO_DECODER_FACTORY_H_
#define NATIVE_CODECS_VIDEO_DECODER_FACTORY_H_

#include <memory>

#include "api/array_view.h"
#include "api/video_codecs/video_decoder_factory.h"
#include "native/codecs/codec_policy.h"
#include "native/codecs/video_codec_table.h"

namespace nlw {

// What `table` lists; of several implementations of a format, the one that the
// policy prefers, then those behind it. All of them skip frames with a
// SkipMark. `policy` must outlive the factory.
std::unique_ptr<webrtc::VideoDecoderFactory> CreateVideoDecoders(
    const CurrentCodecPolicy& policy,
    rtc::ArrayView<const VideoDecoderEntry> table);

}  // namespace nlw

#endif  // NATIVE_CODECS_VIDEO_DECODER_FACTORY_H_
