#include "native/codecs/describe_layer.h"

namespace nlw {

void DescribeLayer(
    webrtc::ScalableVideoController& structure,
    const webrtc::ScalableVideoController::LayerFrameConfig& layer,
    rtc::ArrayView<const webrtc::RenderResolution> sizes,
    webrtc::CodecSpecificInfo& specific) {
  specific.generic_frame_info = structure.OnEncodeDone(layer);
  if (layer.IsKeyframe()) {
    auto& described =
        specific.template_structure.emplace(structure.DependencyStructure());
    described.resolutions.assign(sizes.begin(), sizes.end());
  }
}

}  // namespace nlw
