#include "native/media/frame_times.h"

#include <algorithm>

#include "rtc_base/time_utils.h"
#include "system_wrappers/include/ntp_time.h"

namespace nlw {
namespace {

double NtpToEpochMs(int64_t ntp_ms) {
  return static_cast<double>(ntp_ms - rtc::kNtpJan1970Millisecs);
}

// The absolute capture time of the sender's clock, where the distance of the
// clocks is known; else what RTCP's sender reports make of the RTP timestamp.
std::optional<double> CaptureMs(const webrtc::VideoFrame& frame) {
  for (const webrtc::RtpPacketInfo& packet : frame.packet_infos()) {
    const auto& absolute = packet.absolute_capture_time();
    const auto& offset = packet.local_capture_clock_offset();
    if (absolute && offset) {
      return NtpToEpochMs(
          webrtc::UQ32x32ToInt64Ms(absolute->absolute_capture_timestamp) -
          offset->ms());
    }
  }
  if (frame.ntp_time_ms() > 0) {
    return NtpToEpochMs(frame.ntp_time_ms());
  }
  return std::nullopt;
}

}  // namespace

FrameTimes TimesOf(const webrtc::VideoFrame& frame) {
  FrameTimes times;
  const auto& written = frame.capture_time_identifier();
  times.timestamp_us = written ? written->us() : frame.timestamp_us();
  times.capture_ms = CaptureMs(frame);
  if (!frame.packet_infos().empty()) {
    auto last = webrtc::Timestamp::MinusInfinity();
    for (const webrtc::RtpPacketInfo& packet : frame.packet_infos()) {
      last = std::max(last, packet.receive_time());
    }
    times.receive_ms = EpochMs(static_cast<double>(last.us()) / 1000);
    times.rtp_timestamp = frame.timestamp();
  }
  return times;
}

double EpochMs(double monotonic_ms) {
  const auto offset_us =
      static_cast<double>(rtc::TimeUTCMicros() - rtc::TimeMicros());
  return monotonic_ms + offset_us / 1000;
}

}  // namespace nlw
