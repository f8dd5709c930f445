#ifndef NATIVE_CODECS_AV1_SPATIAL_LAYERS_H_
#define NATIVE_CODECS_AV1_SPATIAL_LAYERS_H_

#include <aom/aom_encoder.h>
#include <aom/aomcx.h>

#include <vector>

#include "api/video/render_resolution.h"
#include "api/video/video_bitrate_allocation.h"
#include "modules/video_coding/svc/scalable_video_controller.h"

namespace nlw {

// The layers of a scalability mode as libaom has them.
class SpatialLayers {
 public:
  using Config = webrtc::ScalableVideoController::StreamLayersConfig;

  SpatialLayers(const Config& config, const aom_codec_enc_cfg_t& configuration);

  // Layers of no bitrate at the top are left out: the picture that is encoded
  // has the size of the highest one that has some.
  void SetRates(const webrtc::VideoBitrateAllocation& bitrates);

  // More than one layer of any kind.
  bool several() const {
    return config_.num_spatial_layers * config_.num_temporal_layers > 1;
  }
  int spatial_count() const { return config_.num_spatial_layers; }
  int temporal_count() const { return config_.num_temporal_layers; }
  const std::vector<webrtc::RenderResolution>& sizes() const { return sizes_; }
  // Of the picture that is encoded.
  webrtc::RenderResolution TopSize() const { return sizes_[top_]; }
  aom_svc_params_t* parameters() { return &parameters_; }

 private:
  const Config config_;
  std::vector<webrtc::RenderResolution> sizes_;
  int top_;
  aom_svc_params_t parameters_ = {};
};

}  // namespace nlw

#endif  // NATIVE_CODECS_AV1_SPATIAL_LAYERS_H_
