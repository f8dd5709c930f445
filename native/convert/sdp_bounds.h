#ifndef NATIVE_CONVERT_SDP_BOUNDS_H_
#define NATIVE_CONVERT_SDP_BOUNDS_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace nlw {

// Bounds of what a description may hold: far beyond what any endpoint writes.
// libwebrtc's work grows with the square of most of these numbers, with the
// cube of some, on a thread that all connections of an environment share;
// within the bounds it takes seconds at most.
struct SdpBounds {
  static constexpr size_t kBytes = 4 * 1024 * 1024;
  static constexpr size_t kLineBytes = 64 * 1024;
  static constexpr size_t kLines = 128 * 1024;
  static constexpr size_t kSections = 1024;
  // Of one media section, or of what stands before the first.
  static constexpr size_t kSectionLines = 1024;
  // Of one payload type in one section.
  static constexpr size_t kFeedbackLines = 64;
  // Of one media section, also one by one.
  static constexpr size_t kCandidates = 256;
  // Bundled sections share one.
  static constexpr size_t kTransports = 128;
};

// What is beyond its bound; empty when nothing is. Any thread.
std::string SdpBoundExceeded(std::string_view sdp);

}  // namespace nlw

#endif  // NATIVE_CONVERT_SDP_BOUNDS_H_
