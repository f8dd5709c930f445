#ifndef NATIVE_CODECS_VIDEO_ENCODER_FACTORY_H_
#define NATIVE_CODECS_VIDEO_ENCODER_FACTORY_H_

#include <memory>

#include "api/field_trials_view.h"
#include "api/video_codecs/video_encoder_factory.h"

namespace nlw {

// What VideoEncoderTable lists, each behind libwebrtc's adapter for simulcast.
// `field_trials` must outlive every encoder.
std::unique_ptr<webrtc::VideoEncoderFactory> CreateVideoEncoders(
    const webrtc::FieldTrialsView& field_trials);

}  // namespace nlw

#endif  // NATIVE_CODECS_VIDEO_ENCODER_FACTORY_H_
