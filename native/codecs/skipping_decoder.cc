#include "native/codecs/skipping_decoder.h"

#include <utility>

#include "modules/video_coding/include/video_error_codes.h"
#include "native/codecs/forwarding_decoder.h"
#include "native/codecs/skip_mark.h"

namespace nlw {
namespace {

class SkippingDecoder final : public ForwardingDecoder {
 public:
  using ForwardingDecoder::ForwardingDecoder;

  int32_t Decode(const webrtc::EncodedImage& image,
                 bool missing_frames,
                 int64_t render_time_ms) override {
    switch (SkipMarkOf({image.data(), image.size()})) {
      case SkipMark::kSkip:
        return WEBRTC_VIDEO_CODEC_OK;
      case SkipMark::kSkipAndAskForKeyFrame:
        return WEBRTC_VIDEO_CODEC_OK_REQUEST_KEYFRAME;
      case SkipMark::kNone:
        break;
    }
    return ForwardingDecoder::Decode(image, missing_frames, render_time_ms);
  }
};

}  // namespace

std::unique_ptr<webrtc::VideoDecoder> SkipMarkedFrames(
    std::unique_ptr<webrtc::VideoDecoder> decoder) {
  return std::make_unique<SkippingDecoder>(std::move(decoder));
}

}  // namespace nlw
