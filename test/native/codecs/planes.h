#ifndef TEST_NATIVE_CODECS_PLANES_H_
#define TEST_NATIVE_CODECS_PLANES_H_

#include <cstdint>

#include "api/video/video_frame_buffer.h"

namespace nlw {

// Shows the Y, U and V of an I420 picture, and owns nothing.
struct Planes {
  int width;
  int height;
  const uint8_t* data[3];
  int stride[3];
};

inline Planes PlanesOf(const webrtc::I420BufferInterface& picture) {
  return {picture.width(),
          picture.height(),
          {picture.DataY(), picture.DataU(), picture.DataV()},
          {picture.StrideY(), picture.StrideU(), picture.StrideV()}};
}

}  // namespace nlw

#endif  // TEST_NATIVE_CODECS_PLANES_H_
