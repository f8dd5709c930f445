#include "native/codecs/video_decoder_factory.h"

#include <memory>
#include <utility>
#include <vector>

#include "native/codecs/skipping_decoder.h"
#include "native/codecs/video_codec_table.h"

namespace nlw {
namespace {

const VideoDecoderEntry* FindEntry(const webrtc::SdpVideoFormat& format) {
  for (const VideoDecoderEntry& entry : VideoDecoderTable()) {
    if (format.IsCodecInList(entry.formats()))
      return &entry;
  }
  return nullptr;
}

class TableVideoDecoderFactory final : public webrtc::VideoDecoderFactory {
 public:
  std::vector<webrtc::SdpVideoFormat> GetSupportedFormats() const override {
    std::vector<webrtc::SdpVideoFormat> all;
    for (const VideoDecoderEntry& entry : VideoDecoderTable()) {
      for (webrtc::SdpVideoFormat& format : entry.formats()) {
        if (!format.IsCodecInList(all))
          all.push_back(std::move(format));
      }
    }
    return all;
  }

  CodecSupport QueryCodecSupport(const webrtc::SdpVideoFormat& format,
                                 bool reference_scaling) const override {
    const VideoDecoderEntry* entry = FindEntry(format);
    if (!entry || (reference_scaling && !entry->reference_scaling))
      return {};
    return {.is_supported = true, .is_power_efficient = entry->hardware};
  }

  std::unique_ptr<webrtc::VideoDecoder> Create(
      const webrtc::Environment& env,
      const webrtc::SdpVideoFormat& format) override {
    const VideoDecoderEntry* entry = FindEntry(format);
    std::unique_ptr<webrtc::VideoDecoder> decoder =
        entry ? entry->create(env) : nullptr;
    return decoder ? SkipMarkedFrames(std::move(decoder)) : nullptr;
  }
};

}  // namespace

std::unique_ptr<webrtc::VideoDecoderFactory> CreateVideoDecoders() {
  return std::make_unique<TableVideoDecoderFactory>();
}

}  // namespace nlw
