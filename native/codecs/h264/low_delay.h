#ifndef NATIVE_CODECS_H264_LOW_DELAY_H_
#define NATIVE_CODECS_H264_LOW_DELAY_H_

#include <cstdint>
#include <vector>

#include "api/array_view.h"

namespace nlw {

// OpenH264's decoder keeps a picture back in every profile but baseline, in
// case another is to be shown before it. In an access unit (Annex B) whose SPS
// does not announce such an order, this makes the profile baseline, which its
// decoder reads for nothing else. Empty where nothing is to be changed.
std::vector<uint8_t> WithoutReordering(
    rtc::ArrayView<const uint8_t> access_unit);

}  // namespace nlw

#endif  // NATIVE_CODECS_H264_LOW_DELAY_H_
