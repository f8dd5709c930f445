#include "native/media/received_times.h"

#include <algorithm>

#include "rtc_base/time_utils.h"
#include "system_wrappers/include/ntp_time.h"

namespace nlw {
namespace {

double NtpToEpochMs(int64_t ntp_ms) {
  return static_cast<double>(ntp_ms - rtc::kNtpJan1970Millisecs);
}

// The absolute capture time of the sender's clock, where the distance of the
// clocks is known.
std::optional<double> AbsoluteCaptureMs(const webrtc::RtpPacketInfo& packet) {
  const auto& absolute = packet.absolute_capture_time();
  const auto& offset = packet.local_capture_clock_offset();
  if (!absolute || !offset) {
    return std::nullopt;
  }
  return NtpToEpochMs(
      webrtc::UQ32x32ToInt64Ms(absolute->absolute_capture_timestamp) -
      offset->ms());
}

// What RTCP's sender reports make of the RTP timestamp.
std::optional<double> ReportedCaptureMs(int64_t ntp_ms) {
  return ntp_ms > 0 ? std::optional(NtpToEpochMs(ntp_ms)) : std::nullopt;
}

std::optional<double> ReceiveMs(const webrtc::RtpPacketInfos& packets) {
  if (packets.empty()) {
    return std::nullopt;
  }
  auto last = webrtc::Timestamp::MinusInfinity();
  for (const webrtc::RtpPacketInfo& packet : packets) {
    last = std::max(last, packet.receive_time());
  }
  return EpochMs(static_cast<double>(last.us()) / 1000);
}

}  // namespace

ReceivedTimes ReceivedTimesOf(const webrtc::VideoFrame& frame) {
  ReceivedTimes times;
  times.receive_ms = ReceiveMs(frame.packet_infos());
  if (times.receive_ms) {
    times.rtp_timestamp = frame.timestamp();
  }
  for (const webrtc::RtpPacketInfo& packet : frame.packet_infos()) {
    times.capture_ms = AbsoluteCaptureMs(packet);
    if (times.capture_ms) {
      return times;
    }
  }
  times.capture_ms = ReportedCaptureMs(frame.ntp_time_ms());
  return times;
}

ReceivedTimes ReceivedTimesOf(const webrtc::AudioFrame& frame) {
  ReceivedTimes times;
  // Before the first packet there is silence.
  if (frame.elapsed_time_ms_ < 0) {
    return times;
  }
  times.receive_ms = ReceiveMs(frame.packet_infos_);
  times.rtp_timestamp = frame.timestamp_;
  times.capture_ms = ReportedCaptureMs(frame.ntp_time_ms_);
  return times;
}

double EpochMs(double monotonic_ms) {
  const auto offset_us =
      static_cast<double>(rtc::TimeUTCMicros() - rtc::TimeMicros());
  return monotonic_ms + offset_us / 1000;
}

}  // namespace nlw
