#ifndef TEST_NATIVE_CODECS_CLIP_H_
#define TEST_NATIVE_CODECS_CLIP_H_

#include <cstdint>
#include <vector>

#include "api/scoped_refptr.h"
#include "api/video/i420_buffer.h"

namespace nlw {

// A scene that is drawn, the same each time, with what codecs meet in a
// camera's: textures of all scales, a slow pan of fractions of pixels, things
// that move over it, grain.
class Clip {
 public:
  Clip(int width, int height);

  rtc::scoped_refptr<webrtc::I420Buffer> Draw(int frame) const;

 private:
  const int width_;
  const int height_;
  const int side_;
  // Of `side_` squared pixels, 0 to 255; they repeat.
  const std::vector<float> ground_;
  const std::vector<float> cover_;
};

using Pictures = std::vector<rtc::scoped_refptr<webrtc::I420Buffer>>;

// The first `frames` of a clip.
Pictures DrawClip(int width, int height, int frames);

}  // namespace nlw

#endif  // TEST_NATIVE_CODECS_CLIP_H_
