#ifndef NATIVE_CODECS_VIDEO_CODEC_TABLE_H_
#define NATIVE_CODECS_VIDEO_CODEC_TABLE_H_

#include <memory>
#include <vector>

#include "api/array_view.h"
#include "api/environment/environment.h"
#include "api/video_codecs/scalability_mode.h"
#include "api/video_codecs/sdp_video_format.h"
#include "api/video_codecs/video_decoder.h"
#include "api/video_codecs/video_encoder.h"

namespace nlw {

struct VideoEncoderEntry {
  // The library or interface, as codec policies name it.
  const char* implementation;
  bool hardware;
  std::vector<webrtc::SdpVideoFormat> (*formats)();
  std::unique_ptr<webrtc::VideoEncoder> (*create)(
      const webrtc::SdpVideoFormat& format);
  bool (*supports_scalability_mode)(webrtc::ScalabilityMode mode);
};

struct VideoDecoderEntry {
  const char* implementation;
  bool hardware;
  std::vector<webrtc::SdpVideoFormat> (*formats)();
  std::unique_ptr<webrtc::VideoDecoder> (*create)(
      const webrtc::Environment& env);
  // Prediction across spatial layers.
  bool reference_scaling;
};

// In Chrome's order, which is that of the offer. Where two entries have a
// format in common, the first makes the codec.
rtc::ArrayView<const VideoEncoderEntry> VideoEncoderTable();
rtc::ArrayView<const VideoDecoderEntry> VideoDecoderTable();

}  // namespace nlw

#endif  // NATIVE_CODECS_VIDEO_CODEC_TABLE_H_
