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
#include "native/codecs/codec_policy.h"

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

// In Chrome's order, which is that of the offer. Of entries with a format in
// common, the first that can makes the codec, unless a policy prefers another.
rtc::ArrayView<const VideoEncoderEntry> VideoEncoderTable();
rtc::ArrayView<const VideoDecoderEntry> VideoDecoderTable();

// What an engine works with; they must outlive it.
struct VideoCodecTables {
  rtc::ArrayView<const VideoEncoderEntry> encoders = VideoEncoderTable();
  rtc::ArrayView<const VideoDecoderEntry> decoders = VideoDecoderTable();
};

// Those of all entries, each once.
std::vector<webrtc::SdpVideoFormat> FormatsOf(
    rtc::ArrayView<const VideoEncoderEntry> table);
std::vector<webrtc::SdpVideoFormat> FormatsOf(
    rtc::ArrayView<const VideoDecoderEntry> table);

// What policies choose from: one for each entry and each of its formats.
std::vector<CodecCandidate> CandidatesOf(
    rtc::ArrayView<const VideoEncoderEntry> table);
std::vector<CodecCandidate> CandidatesOf(
    rtc::ArrayView<const VideoDecoderEntry> table);

// The entries that have the format, in the order that the rules prefer; those
// that the rules allow, or all where that is none, since rules may have changed
// after the codec was negotiated.
std::vector<const VideoEncoderEntry*> Choose(
    rtc::ArrayView<const VideoEncoderEntry> table,
    const webrtc::SdpVideoFormat& format,
    const CodecRules& rules);
std::vector<const VideoDecoderEntry*> Choose(
    rtc::ArrayView<const VideoDecoderEntry> table,
    const webrtc::SdpVideoFormat& format,
    const CodecRules& rules);

}  // namespace nlw

#endif  // NATIVE_CODECS_VIDEO_CODEC_TABLE_H_
