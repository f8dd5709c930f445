#ifndef NATIVE_MEDIA_FRAME_TIMES_H_
#define NATIVE_MEDIA_FRAME_TIMES_H_

#include <cstdint>
#include <optional>

#include "api/video/video_frame.h"

namespace nlw {

// Milliseconds are since the epoch.
struct FrameTimes {
  // Microseconds: as the program wrote it, else on the monotonic clock.
  int64_t timestamp_us = 0;
  // When it was captured, as its sender said, on this machine's clock.
  std::optional<double> capture_ms;
  // When its last packet came.
  std::optional<double> receive_ms;
  // Of a frame that came from the network.
  std::optional<double> rtp_timestamp;
};

FrameTimes TimesOf(const webrtc::VideoFrame& frame);

// A time of the monotonic clock, since the epoch; both in milliseconds.
double EpochMs(double monotonic_ms);

}  // namespace nlw

#endif  // NATIVE_MEDIA_FRAME_TIMES_H_
