#include "native/codecs/video_decoder_factory.h"

#include <memory>
#include <utility>
#include <vector>

#include "native/codecs/fallback_decoder.h"
#include "native/codecs/skipping_decoder.h"

namespace nlw {
namespace {

class TableVideoDecoderFactory final : public webrtc::VideoDecoderFactory {
 public:
  TableVideoDecoderFactory(const CurrentCodecPolicy& policy,
                           rtc::ArrayView<const VideoDecoderEntry> table)
      : policy_(policy), table_(table) {}

  std::vector<webrtc::SdpVideoFormat> GetSupportedFormats() const override {
    return formats_;
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
    const auto entries = Chosen(format);
    std::unique_ptr<webrtc::VideoDecoder> decoder;
    if (entries.size() == 1) {
      decoder = entries[0]->create(env);
    } else {
      std::vector<DecoderMaker> makers;
      for (const VideoDecoderEntry* entry : entries)
        makers.push_back([entry, env] { return entry->create(env); });
      decoder = CreateFallbackDecoder(std::move(makers));
    }
    return decoder ? SkipMarkedFrames(std::move(decoder)) : nullptr;
  }

 private:
  std::vector<const VideoDecoderEntry*> Chosen(
      const webrtc::SdpVideoFormat& format) const {
    return Choose(table_, format, policy_.Get()->video);
  }

  const CurrentCodecPolicy& policy_;
  const rtc::ArrayView<const VideoDecoderEntry> table_;
  // libwebrtc asks for them with each receiver.
  const std::vector<webrtc::SdpVideoFormat> formats_ = FormatsOf(table_);
};

}  // namespace

std::unique_ptr<webrtc::VideoDecoderFactory> CreateVideoDecoders(
    const CurrentCodecPolicy& policy,
    rtc::ArrayView<const VideoDecoderEntry> table) {
  return std::make_unique<TableVideoDecoderFactory>(policy, table);
}

}  // namespace nlw
