#include "native/codecs/av1/spatial_layers.h"

#include <numeric>

namespace nlw {

SpatialLayers::SpatialLayers(const Config& config,
                             const aom_codec_enc_cfg_t& configuration)
    : config_(config), top_(config.num_spatial_layers - 1) {
  parameters_.number_spatial_layers = spatial_count();
  parameters_.number_temporal_layers = temporal_count();
  for (int i = 0; i < spatial_count() * temporal_count(); ++i) {
    parameters_.min_quantizers[i] =
        static_cast<int>(configuration.rc_min_quantizer);
    parameters_.max_quantizers[i] =
        static_cast<int>(configuration.rc_max_quantizer);
  }
  for (int i = 0; i < spatial_count(); ++i) {
    const int numerator = config_.scaling_factor_num[i];
    const int denominator = config_.scaling_factor_den[i];
    parameters_.scaling_factor_num[i] = numerator;
    parameters_.scaling_factor_den[i] = denominator;
    sizes_.emplace_back(
        static_cast<int>(configuration.g_w) * numerator / denominator,
        static_cast<int>(configuration.g_h) * numerator / denominator);
  }
  // Each temporal layer doubles the frame rate.
  for (int i = 0; i < temporal_count(); ++i)
    parameters_.framerate_factor[i] = 1 << (temporal_count() - i - 1);
}

void SpatialLayers::SetRates(const webrtc::VideoBitrateAllocation& bitrates) {
  top_ = 0;
  for (int spatial = 0; spatial < spatial_count(); ++spatial) {
    if (bitrates.GetSpatialLayerSum(spatial) > 0)
      top_ = spatial;
    // libaom's are in kilobits, and of a layer with those below it.
    for (int temporal = 0; temporal < temporal_count(); ++temporal) {
      parameters_.layer_target_bitrate[spatial * temporal_count() + temporal] =
          static_cast<int>(bitrates.GetTemporalLayerSum(spatial, temporal) /
                           1000);
    }
  }
  for (int i = 0; i < spatial_count(); ++i) {
    // Of the top one's size.
    const int numerator =
        config_.scaling_factor_num[i] * config_.scaling_factor_den[top_];
    const int denominator =
        config_.scaling_factor_den[i] * config_.scaling_factor_num[top_];
    const int divisor = std::gcd(numerator, denominator);
    parameters_.scaling_factor_num[i] = i > top_ ? 1 : numerator / divisor;
    parameters_.scaling_factor_den[i] = i > top_ ? 1 : denominator / divisor;
  }
}

}  // namespace nlw
