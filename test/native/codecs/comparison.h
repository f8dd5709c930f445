#ifndef TEST_NATIVE_CODECS_COMPARISON_H_
#define TEST_NATIVE_CODECS_COMPARISON_H_

#include <string>

#include "test/native/codecs/clip.h"

namespace nlw {

inline constexpr int kClipFrameRate = 30;

struct CodecResult {
  // PSNR of what was decoded.
  double decibels;
  double kilobits_per_second;
  // Processor time of all frames.
  double encode_ms;
  double decode_ms;
};

struct CodecComparison {
  // The product's encoder and decoder.
  CodecResult product;
  // LibraryEncoder and LibraryDecoder.
  CodecResult library;
  // Processor time to copy the library's pictures out of its memory, which it
  // uses again: it is in the product's decode_ms, and not in the library's.
  double copy_ms;
  // The encoders made the same bytes.
  bool same_bytes;
};

// Both in turn, frame by frame, so that whatever else the machine does meets
// both. `codec` is VP8, VP9, AV1, H264 (constrained baseline) or H264-high.
CodecComparison CompareCodec(const std::string& codec,
                             const Pictures& pictures,
                             int kilobits);

}  // namespace nlw

#endif  // TEST_NATIVE_CODECS_COMPARISON_H_
