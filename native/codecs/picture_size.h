#ifndef NATIVE_CODECS_PICTURE_SIZE_H_
#define NATIVE_CODECS_PICTURE_SIZE_H_

#include <cstdint>

#include "api/array_view.h"

namespace nlw {

// A decoder takes memory for the size that a frame says it has, before it knows
// whether a picture follows: 580 MiB for the largest of VP8. Larger ones than
// these, a picture of 8K with room to spare, are not decoded.
constexpr int64_t kMaxPictureSide = 8192;
constexpr int64_t kMaxPictureArea = kMaxPictureSide * 4352;

// Whether a frame, as its decoder gets it, says that it is larger: what it says
// in headers that can be found without decoding. Any bytes may come.
bool Vp8IsTooLarge(rtc::ArrayView<const uint8_t> frame);
bool Vp9IsTooLarge(rtc::ArrayView<const uint8_t> frame);
bool H264IsTooLarge(rtc::ArrayView<const uint8_t> access_unit);

}  // namespace nlw

#endif  // NATIVE_CODECS_PICTURE_SIZE_H_
