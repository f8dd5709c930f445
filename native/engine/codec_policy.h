#ifndef NATIVE_ENGINE_CODEC_POLICY_H_
#define NATIVE_ENGINE_CODEC_POLICY_H_

#include <memory>

#include "native/codecs/codec_policy.h"
#include "native/codecs/video_codec_table.h"
#include "pc/media_factory.h"

namespace nlw {

// Lets a policy decide about what `factory`'s media engine offers: libwebrtc
// asks for it when a connection is made, and for capabilities. The factories of
// codecs alone would not do, since libwebrtc lists audio codecs once for ever,
// and adds some on its own. `policy` must outlive the engine.
std::unique_ptr<webrtc::MediaFactory> ApplyCodecPolicy(
    std::unique_ptr<webrtc::MediaFactory> factory,
    const CurrentCodecPolicy& policy,
    const VideoCodecTables& tables);

}  // namespace nlw

#endif  // NATIVE_ENGINE_CODEC_POLICY_H_
