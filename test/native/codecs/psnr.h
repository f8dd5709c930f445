#ifndef TEST_NATIVE_CODECS_PSNR_H_
#define TEST_NATIVE_CODECS_PSNR_H_

#include "test/native/codecs/planes.h"

namespace nlw {

// Of luma and chroma together, over all pictures.
class Psnr {
 public:
  // They have one size.
  void Add(const Planes& a, const Planes& b);
  double decibels() const;

 private:
  double error_ = 0;
  double samples_ = 0;
};

}  // namespace nlw

#endif  // TEST_NATIVE_CODECS_PSNR_H_
