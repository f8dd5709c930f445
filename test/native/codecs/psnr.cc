#include "test/native/codecs/psnr.h"

#include <cmath>

#include "test/native/check.h"

namespace nlw {

void Psnr::Add(const Planes& a, const Planes& b) {
  CHECK(a.width == b.width && a.height == b.height);
  for (int plane = 0; plane < 3; ++plane) {
    const int width = plane == 0 ? a.width : (a.width + 1) / 2;
    const int height = plane == 0 ? a.height : (a.height + 1) / 2;
    for (int y = 0; y < height; ++y) {
      const uint8_t* const a_row = a.data[plane] + y * a.stride[plane];
      const uint8_t* const b_row = b.data[plane] + y * b.stride[plane];
      int64_t error = 0;
      for (int x = 0; x < width; ++x) {
        const int difference = a_row[x] - b_row[x];
        error += difference * difference;
      }
      error_ += static_cast<double>(error);
    }
    samples_ += static_cast<double>(width) * height;
  }
}

double Psnr::decibels() const {
  return 10 * std::log10(255.0 * 255.0 * samples_ / error_);
}

}  // namespace nlw
