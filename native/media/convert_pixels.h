#ifndef NATIVE_MEDIA_CONVERT_PIXELS_H_
#define NATIVE_MEDIA_CONVERT_PIXELS_H_

#include "native/media/color_matrix.h"
#include "native/media/pixel_planes.h"

namespace nlw {

// Copies pixels of one size, from any format to any. `matrix`: of the YUV side
// where the other is RGB. Alpha that a format has not is opaque; that of RGBA
// goes along, and does not change the colors.
void ConvertPixels(const ConstPlanes& source,
                   const Planes& target,
                   const ColorMatrix& matrix);

}  // namespace nlw

#endif  // NATIVE_MEDIA_CONVERT_PIXELS_H_
