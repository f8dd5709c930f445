#ifndef NATIVE_CODECS_OFFERED_CODECS_H_
#define NATIVE_CODECS_OFFERED_CODECS_H_

#include <vector>

#include "api/array_view.h"
#include "media/base/codec.h"
#include "native/codecs/codec_policy.h"
#include "native/codecs/video_codec_table.h"

namespace nlw {

// Those of libwebrtc's codecs that the rules allow, in the order that they
// prefer. RTX follows what it repeats, and goes with it, as audio RED does, and
// as comfort noise and telephone-event go with the last codec of their clock
// rate. Payload types stay as they are.
std::vector<cricket::Codec> OfferedAudio(const CodecRules& rules,
                                         const std::vector<cricket::Codec>& all,
                                         bool sends);
std::vector<cricket::Codec> OfferedVideo(
    const CodecRules& rules,
    const std::vector<cricket::Codec>& all,
    rtc::ArrayView<const CodecCandidate> candidates,
    bool sends);

}  // namespace nlw

#endif  // NATIVE_CODECS_OFFERED_CODECS_H_
