#ifndef NATIVE_MEDIA_RECEIVED_TIMES_H_
#define NATIVE_MEDIA_RECEIVED_TIMES_H_

#include <cstdint>
#include <optional>

#include "api/audio/audio_frame.h"
#include "api/video/video_frame.h"

namespace nlw {

// What is known of media that came from the network; of other media nothing.
// Milliseconds are since the epoch.
struct ReceivedTimes {
  // When it was captured, as its sender said, on this machine's clock.
  std::optional<double> capture_ms;
  // When its last packet came.
  std::optional<double> receive_ms;
  // Of the picture, or of the first sample.
  std::optional<double> rtp_timestamp;
};

ReceivedTimes ReceivedTimesOf(const webrtc::VideoFrame& frame);
ReceivedTimes ReceivedTimesOf(const webrtc::AudioFrame& frame);

// A time of the monotonic clock, since the epoch; both in milliseconds.
double EpochMs(double monotonic_ms);

}  // namespace nlw

#endif  // NATIVE_MEDIA_RECEIVED_TIMES_H_
