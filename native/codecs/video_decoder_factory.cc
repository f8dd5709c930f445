#include "native/codecs/video_decoder_factory.h"

#include <memory>
#include <utility>
#include <vector>

#include "native/codecs/skipping_decoder.h"
#include "native/codecs/video_codec_table.h"

namespace nlw {
namespace {

class TableVideoDecoderFactory final : public webrtc::VideoDecoderFactory {
 public:
  explicit TableVideoDecoderFactory(const CurrentCodecPolicy& policy)
      : policy_(policy) {}

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
    for (const VideoDecoderEntry* entry : Chosen(format)) {
      if (!reference_scaling || entry->reference_scaling)
        return {.is_supported = true, .is_power_efficient = entry->hardware};
    }
    return {};
  }

  std::unique_ptr<webrtc::VideoDecoder> Create(
      const webrtc::Environment& env,
      const webrtc::SdpVideoFormat& format) override {
    for (const VideoDecoderEntry* entry : Chosen(format)) {
      if (auto decoder = entry->create(env))
        return SkipMarkedFrames(std::move(decoder));
    }
    return nullptr;
  }

 private:
  std::vector<const VideoDecoderEntry*> Chosen(
      const webrtc::SdpVideoFormat& format) const {
    return Choose(VideoDecoderTable(), format, policy_.Get()->video);
  }

  const CurrentCodecPolicy& policy_;
};

}  // namespace

std::unique_ptr<webrtc::VideoDecoderFactory> CreateVideoDecoders(
    const CurrentCodecPolicy& policy) {
  return std::make_unique<TableVideoDecoderFactory>(policy);
}

}  // namespace nlw
