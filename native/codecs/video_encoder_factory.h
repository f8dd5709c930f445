#ifndef NATIVE_CODECS_VIDEO_ENCODER_FACTORY_H_
#define NATIVE_CODECS_VIDEO_ENCODER_FACTORY_H_

#include <memory>

#include "api/array_view.h"
#include "api/field_trials_view.h"
#include "api/video_codecs/video_encoder_factory.h"
#include "native/codecs/codec_policy.h"
#include "native/codecs/video_codec_table.h"

namespace nlw {

// What `table` lists, each behind libwebrtc's adapter for simulcast; of several
// implementations of a format, the one that the policy prefers, then those
// behind it. `field_trials` and `policy` must outlive every encoder.
std::unique_ptr<webrtc::VideoEncoderFactory> CreateVideoEncoders(
    const webrtc::FieldTrialsView& field_trials,
    const CurrentCodecPolicy& policy,
    rtc::ArrayView<const VideoEncoderEntry> table);

}  // namespace nlw

#endif  // NATIVE_CODECS_VIDEO_ENCODER_FACTORY_H_
