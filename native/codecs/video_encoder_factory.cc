#include "native/codecs/video_encoder_factory.h"

#include <string>
#include <utility>
#include <vector>

#include "api/video_codecs/scalability_mode_helper.h"
#include "media/engine/simulcast_encoder_adapter.h"
#include "native/codecs/video_codec_table.h"

namespace nlw {
namespace {

const VideoEncoderEntry* FindEntry(const webrtc::SdpVideoFormat& format) {
  for (const VideoEncoderEntry& entry : VideoEncoderTable()) {
    if (format.IsCodecInList(entry.formats()))
      return &entry;
  }
  return nullptr;
}

class TableVideoEncoderFactory : public webrtc::VideoEncoderFactory {
 public:
  std::vector<webrtc::SdpVideoFormat> GetSupportedFormats() const override {
    std::vector<webrtc::SdpVideoFormat> all;
    for (const VideoEncoderEntry& entry : VideoEncoderTable()) {
      for (webrtc::SdpVideoFormat& format : entry.formats()) {
        if (!format.IsCodecInList(all))
          all.push_back(std::move(format));
      }
    }
    return all;
  }

  CodecSupport QueryCodecSupport(
      const webrtc::SdpVideoFormat& format,
      absl::optional<std::string> scalability_mode) const override {
    const VideoEncoderEntry* entry = FindEntry(format);
    if (!entry)
      return {};
    if (scalability_mode) {
      absl::optional<webrtc::ScalabilityMode> mode =
          webrtc::ScalabilityModeStringToEnum(*scalability_mode);
      if (!mode || !entry->supports_scalability_mode(*mode))
        return {};
    }
    return {.is_supported = true, .is_power_efficient = entry->hardware};
  }

  std::unique_ptr<webrtc::VideoEncoder> CreateVideoEncoder(
      const webrtc::SdpVideoFormat& format) override {
    const VideoEncoderEntry* entry = FindEntry(format);
    return entry ? entry->create(format) : nullptr;
  }
};

class SimulcastVideoEncoderFactory final : public TableVideoEncoderFactory {
 public:
  explicit SimulcastVideoEncoderFactory(
      const webrtc::FieldTrialsView& field_trials)
      : field_trials_(field_trials) {}

  std::unique_ptr<webrtc::VideoEncoder> CreateVideoEncoder(
      const webrtc::SdpVideoFormat& format) override {
    if (!FindEntry(format))
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
    const webrtc::FieldTrialsView& field_trials) {
  return std::make_unique<SimulcastVideoEncoderFactory>(field_trials);
}

}  // namespace nlw
