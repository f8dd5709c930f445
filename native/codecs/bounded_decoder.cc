#include "native/codecs/bounded_decoder.h"

#include <algorithm>
#include <utility>

#include "api/video/video_codec_constants.h"
#include "modules/video_coding/include/video_error_codes.h"
#include "native/codecs/forwarding_decoder.h"

namespace nlw {
namespace {

class BoundedDecoder final : public ForwardingDecoder {
 public:
  using Test = bool (*)(rtc::ArrayView<const uint8_t> frame);

  BoundedDecoder(std::unique_ptr<webrtc::VideoDecoder> decoder,
                 Test is_too_large)
      : ForwardingDecoder(std::move(decoder)), is_too_large_(is_too_large) {}

  int32_t Decode(const webrtc::EncodedImage& image,
                 bool missing_frames,
                 int64_t render_time_ms) override {
    if (IsTooLarge(image))
      return WEBRTC_VIDEO_CODEC_ERROR;
    return ForwardingDecoder::Decode(image, missing_frames, render_time_ms);
  }

 private:
  // Spatial layers come as one image, one after the other.
  bool IsTooLarge(const webrtc::EncodedImage& image) const {
    const rtc::ArrayView<const uint8_t> bytes(image.data(), image.size());
    const auto is_too_large = [&](size_t at) {
      return is_too_large_(bytes.subview(std::min(at, bytes.size())));
    };
    size_t at = 0;
    for (int layer = 0; layer < webrtc::kMaxSpatialLayers; ++layer) {
      const size_t size = image.SpatialLayerFrameSize(layer).value_or(0);
      if (size > 0 && is_too_large(at))
        return true;
      at += size;
    }
    return is_too_large(at) || is_too_large(0);
  }

  const Test is_too_large_;
};

}  // namespace

std::unique_ptr<webrtc::VideoDecoder> BoundPictures(
    std::unique_ptr<webrtc::VideoDecoder> decoder,
    bool (*is_too_large)(rtc::ArrayView<const uint8_t> frame)) {
  return std::make_unique<BoundedDecoder>(std::move(decoder), is_too_large);
}

}  // namespace nlw
