#ifndef NATIVE_CODECS_DESCRIBE_LAYER_H_
#define NATIVE_CODECS_DESCRIBE_LAYER_H_

#include <vector>

#include "api/array_view.h"
#include "api/video/render_resolution.h"
#include "modules/video_coding/include/video_codec_interface.h"
#include "modules/video_coding/svc/scalable_video_controller.h"

namespace nlw {

// Tells receivers what an encoded frame is in the structure of its stream: its
// dependencies, and with a key frame the structure itself. `sizes` are those of
// the spatial layers. Once for each frame that is sent.
void DescribeLayer(
    webrtc::ScalableVideoController& structure,
    const webrtc::ScalableVideoController::LayerFrameConfig& layer,
    rtc::ArrayView<const webrtc::RenderResolution> sizes,
    webrtc::CodecSpecificInfo& specific);

}  // namespace nlw

#endif  // NATIVE_CODECS_DESCRIBE_LAYER_H_
