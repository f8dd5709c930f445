#ifndef NATIVE_MEDIA_CONVERT_YUV_H_
#define NATIVE_MEDIA_CONVERT_YUV_H_

#include "native/media/pixel_planes.h"

namespace nlw {

// Between YUV formats of one size. Chroma is averaged where the target has less
// of it, and interpolated where it has more.
void YuvToYuv(const ConstPlanes& source, const Planes& target);

}  // namespace nlw

#endif  // NATIVE_MEDIA_CONVERT_YUV_H_
