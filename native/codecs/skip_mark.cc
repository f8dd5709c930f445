#include "native/codecs/skip_mark.h"

#include <array>
#include <cstring>

#include "rtc_base/checks.h"

namespace nlw {
namespace {

// libwebrtc reads the header of VP8 frames before it decodes them, and logs
// each that it cannot read: this one is an interframe with a first partition
// of 29 bytes, which begins with zeros.
using Payload = std::array<uint8_t, 32>;
constexpr size_t kSize = Payload().size();

constexpr Payload Make(uint8_t kind) {
  constexpr size_t kHeader = 3;
  constexpr uint32_t kPartition = kSize - kHeader;
  Payload payload{1 | (kPartition << 5) % 256, (kPartition << 5) / 256};
  constexpr char kName[] = "nlw skipped frame";
  constexpr size_t kAt = kSize - sizeof(kName);
  for (size_t i = 0; i + 1 < sizeof(kName); ++i) {
    payload[kAt + i] = static_cast<uint8_t>(kName[i]);
  }
  payload[kSize - 1] = kind;
  return payload;
}

constexpr Payload kSkip = Make(0);
constexpr Payload kSkipAndAsk = Make(1);

bool StartsWith(rtc::ArrayView<const uint8_t> payload, const Payload& mark) {
  return payload.size() >= mark.size() &&
         std::memcmp(payload.data(), mark.data(), mark.size()) == 0;
}

}  // namespace

rtc::ArrayView<const uint8_t> PayloadOf(SkipMark mark) {
  RTC_DCHECK(mark != SkipMark::kNone);
  return mark == SkipMark::kSkip ? kSkip : kSkipAndAsk;
}

SkipMark SkipMarkOf(rtc::ArrayView<const uint8_t> payload) {
  if (StartsWith(payload, kSkip)) {
    return SkipMark::kSkip;
  }
  return StartsWith(payload, kSkipAndAsk) ? SkipMark::kSkipAndAskForKeyFrame
                                          : SkipMark::kNone;
}

}  // namespace nlw
