#ifndef NATIVE_CODECS_BOUNDED_DECODER_H_
#define NATIVE_CODECS_BOUNDED_DECODER_H_

#include <memory>

#include "api/array_view.h"
#include "api/video_codecs/video_decoder.h"

namespace nlw {

// Decodes with `decoder`, but for frames that `is_too_large`: these are an
// error, after which libwebrtc asks for a key frame.
std::unique_ptr<webrtc::VideoDecoder> BoundPictures(
    std::unique_ptr<webrtc::VideoDecoder> decoder,
    bool (*is_too_large)(rtc::ArrayView<const uint8_t> frame));

}  // namespace nlw

#endif  // NATIVE_CODECS_BOUNDED_DECODER_H_
