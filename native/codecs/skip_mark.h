#ifndef NATIVE_CODECS_SKIP_MARK_H_
#define NATIVE_CODECS_SKIP_MARK_H_

#include <cstdint>

#include "api/array_view.h"

namespace nlw {

// What stands in a frame's payload when nobody wants it decoded.
enum class SkipMark {
  kNone,
  kSkip,
  // The decoder asks for a key frame too.
  kSkipAndAskForKeyFrame,
};

// Not for kNone.
rtc::ArrayView<const uint8_t> PayloadOf(SkipMark mark);

// Layers of one picture arrive in one payload, so what follows does not matter.
SkipMark SkipMarkOf(rtc::ArrayView<const uint8_t> payload);

}  // namespace nlw

#endif  // NATIVE_CODECS_SKIP_MARK_H_
