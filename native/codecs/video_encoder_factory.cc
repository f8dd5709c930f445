#include "native/codecs/video_encoder_factory.h"

#include <string>
#include <utility>
#include <vector>

#include "api/video_codecs/scalability_mode_helper.h"
#include "media/engine/simulcast_encoder_adapter.h"
#include "native/codecs/fallback_encoder.h"

namespace nlw {
namespace {

class TableVideoEncoderFactory : public webrtc::VideoEncoderFactory {
 public:
  TableVideoEncoderFactory(const CurrentCodecPolicy& policy,
                           rtc::ArrayView<const VideoEncoderEntry> table)
      : policy_(policy), table_(table), formats_(FormatsOf(table)) {}

  std::vector<webrtc::SdpVideoFormat> GetSupportedFormats() const override {
    return formats_;
  }

  CodecSupport QueryCodecSupport(
      const webrtc::SdpVideoFormat& format,
      absl::optional<std::string> scalability_mode) const override {
    absl::optional<webrtc::ScalabilityMode> mode;
    if (scalability_mode) {
      mode = webrtc::ScalabilityModeStringToEnum(*scalability_mode);
      if (!mode)
        return {};
    }
    for (const VideoEncoderEntry* entry : Chosen(format)) {
      if (!mode || entry->supports_scalability_mode(*mode))
        return {.is_supported = true, .is_power_efficient = entry->hardware};
    }
    return {};
  }

  std::unique_ptr<webrtc::VideoEncoder> CreateVideoEncoder(
      const webrtc::SdpVideoFormat& format) override {
    const auto entries = Chosen(format);
    if (entries.size() == 1)
      return entries[0]->create(format);
    std::vector<EncoderMaker> makers;
    for (const VideoEncoderEntry* entry : entries)
      makers.push_back([entry, format] { return entry->create(format); });
    return CreateFallbackEncoder(std::move(makers));
  }

 protected:
  std::vector<const VideoEncoderEntry*> Chosen(
      const webrtc::SdpVideoFormat& format) const {
    return Choose(table_, format, policy_.Get()->video);
  }

 private:
  const CurrentCodecPolicy& policy_;
  const rtc::ArrayView<const VideoEncoderEntry> table_;
  // libwebrtc asks for them with each sender.
  const std::vector<webrtc::SdpVideoFormat> formats_;
};

class SimulcastVideoEncoderFactory final : public TableVideoEncoderFactory {
 public:
  SimulcastVideoEncoderFactory(const webrtc::FieldTrialsView& field_trials,
                               const CurrentCodecPolicy& policy,
                               rtc::ArrayView<const VideoEncoderEntry> table)
      : TableVideoEncoderFactory(policy, table),
        single_(policy, table),
        field_trials_(field_trials) {}

  std::unique_ptr<webrtc::VideoEncoder> CreateVideoEncoder(
      const webrtc::SdpVideoFormat& format) override {
    if (Chosen(format).empty())
      return nullptr;
    return std::make_unique<webrtc::SimulcastEncoderAdapter>(
        &single_, /*fallback_factory=*/nullptr, format, field_trials_);
  }

 private:
  TableVideoEncoderFactory single_;
  const webrtc::FieldTrialsView& field_trials_;
};

}  // namespace

std::unique_ptr<webrtc::VideoEncoderFactory> CreateVideoEncoders(
    const webrtc::FieldTrialsView& field_trials,
    const CurrentCodecPolicy& policy,
    rtc::ArrayView<const VideoEncoderEntry> table) {
  return std::make_unique<SimulcastVideoEncoderFactory>(field_trials, policy,
                                                        table);
}

}  // namespace nlw
