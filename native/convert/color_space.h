#ifndef NATIVE_CONVERT_COLOR_SPACE_H_
#define NATIVE_CONVERT_COLOR_SPACE_H_

#include <optional>
#include <string>

#include "absl/types/optional.h"
#include "api/video/color_space.h"
#include "native/env/value.h"

namespace nlw {

// The members of a NativeColorSpace. A name that libwebrtc does not know is
// unspecified, as null is.
webrtc::ColorSpace ColorSpaceFrom(const std::optional<std::string>& primaries,
                                  const std::optional<std::string>& transfer,
                                  const std::optional<std::string>& matrix,
                                  std::optional<bool> full_range);

Value ColorSpaceFact(const absl::optional<webrtc::ColorSpace>& color_space);

}  // namespace nlw

#endif  // NATIVE_CONVERT_COLOR_SPACE_H_
