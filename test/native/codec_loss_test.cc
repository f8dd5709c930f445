// Nothing is lost on the way: what a codec's library makes of a clip by
// itself, the product's encoder and decoder make of it too.
// NODE_LIBWEBRTC_SOAK: ten seconds at two bitrates instead of three at one.

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "test/native/check.h"
#include "test/native/codecs/comparison.h"

namespace nlw {
namespace {

constexpr double kMaxLoss = 1;  // dB
constexpr double kMaxExcess = 1.05;

void LosesNothing(const std::string& codec,
                  const Pictures& pictures,
                  int kilobits) {
  const CodecComparison found = CompareCodec(codec, pictures, kilobits);
  std::printf(
      "%s, %d kbit/s: %.2f dB with %.0f kbit/s, by the library alone %.2f dB "
      "with %.0f%s\n",
      codec.c_str(), kilobits, found.product.decibels,
      found.product.kilobits_per_second, found.library.decibels,
      found.library.kilobits_per_second,
      found.same_bytes ? ", the same bytes" : "");
  CHECK(found.product.decibels > found.library.decibels - kMaxLoss);
  // Not bought with more bits.
  CHECK(found.product.kilobits_per_second <
        found.library.kilobits_per_second * kMaxExcess);
}

}  // namespace
}  // namespace nlw

int main() {
  const bool soak = std::getenv("NODE_LIBWEBRTC_SOAK");
  const nlw::Pictures pictures = nlw::DrawClip(640, 360, soak ? 300 : 90);
  for (const char* codec : {"VP8", "VP9", "H264", "H264-high", "AV1"}) {
    nlw::LosesNothing(codec, pictures, 600);
    if (soak)
      nlw::LosesNothing(codec, pictures, 200);
  }
  std::puts("codec_loss_test: ok");
  return 0;
}
