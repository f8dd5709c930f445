#ifndef NATIVE_CONVERT_COLOR_SPACE_H_
#define NATIVE_CONVERT_COLOR_SPACE_H_

#include "absl/types/optional.h"
#include "api/video/color_space.h"
#include "native/env/value.h"
#include "native/napi.h"

namespace nlw {

// NativeColorSpace; nothing for null. A name that libwebrtc does not know is
// unspecified, as null is.
absl::optional<webrtc::ColorSpace> ColorSpaceFrom(const Napi::Value& value);

Value ColorSpaceFact(const absl::optional<webrtc::ColorSpace>& color_space);

}  // namespace nlw

#endif  // NATIVE_CONVERT_COLOR_SPACE_H_
