// A sender report says which RTP timestamp was captured when (RFC 3550, section
// 6.4.1), and receivers put sound and picture together by it. libwebrtc knows
// no capture time of audio and takes the time when the newest packet left: that
// is later by what a packet holds, and by what the encoder's thread had to wait
// each time. Here the samples themselves are the clock, set by those packets
// that waited least. The linker's --wrap sends the calls.
#include <algorithm>
#include <cstdint>
#include <map>

#include "modules/rtp_rtcp/source/rtcp_sender.h"
#include "rtc_base/synchronization/mutex.h"

namespace {

using webrtc::RTCPSender;
using webrtc::TimeDelta;
using webrtc::Timestamp;

constexpr TimeDelta kBlock = TimeDelta::Millis(10);
constexpr TimeDelta kUsualPacket = TimeDelta::Millis(20);
constexpr TimeDelta kLongestPacket = TimeDelta::Millis(120);
// Of a second without packets the samples' clock knows nothing.
constexpr TimeDelta kLongestGap = TimeDelta::Seconds(1);
// How fast it follows packets that come later and later: the source's clock may
// be slower than this machine's, and it may slip.
constexpr int kDrift = 100;
constexpr int kFollow = 16;

struct Last {
  Timestamp now;
  uint32_t rtp_timestamp;
  absl::optional<Timestamp> captured;
  int rate_khz;
};

using Rates = std::map<int8_t, int>;

webrtc::Mutex& MutexOf(RTCPSender& sender);
webrtc::Clock& ClockOf(RTCPSender& sender);
uint32_t RtpTimestampOf(RTCPSender& sender);
absl::optional<Timestamp> CapturedOf(RTCPSender& sender);
Rates& RatesOf(RTCPSender& sender);

// An explicit instantiation may name private members.
template <auto kMutex, auto kClock, auto kRtp, auto kCaptured, auto kRates>
struct Reveal {
  friend webrtc::Mutex& MutexOf(RTCPSender& sender) { return sender.*kMutex; }
  friend webrtc::Clock& ClockOf(RTCPSender& sender) {
    return *(sender.*kClock);
  }
  friend uint32_t RtpTimestampOf(RTCPSender& sender) { return sender.*kRtp; }
  friend absl::optional<Timestamp> CapturedOf(RTCPSender& sender) {
    return sender.*kCaptured;
  }
  friend Rates& RatesOf(RTCPSender& sender) { return sender.*kRates; }
};
template struct Reveal<&RTCPSender::mutex_rtcp_sender_,
                       &RTCPSender::clock_,
                       &RTCPSender::last_rtp_timestamp_,
                       &RTCPSender::last_frame_capture_time_,
                       &RTCPSender::rtp_clock_rates_khz_>;

Last LastOf(RTCPSender& sender, int8_t payload_type) {
  webrtc::MutexLock lock(&MutexOf(sender));
  const Rates& rates_khz = RatesOf(sender);
  const auto rate = rates_khz.find(payload_type);
  return {ClockOf(sender).CurrentTime(), RtpTimestampOf(sender),
          CapturedOf(sender), rate == rates_khz.end() ? 0 : rate->second};
}

// When the first sample of a packet was captured that leaves now. A packet
// leaves with its last block of 10 ms.
Timestamp Captured(const Last& last, uint32_t rtp_timestamp) {
  if (!last.captured || last.rate_khz <= 0) {
    return last.now - kUsualPacket + kBlock;
  }
  const auto step = TimeDelta::Millis(
      static_cast<int32_t>(rtp_timestamp - last.rtp_timestamp) / last.rate_khz);
  const bool is_packet = step >= kBlock && step <= kLongestPacket;
  const Timestamp seen = last.now - (is_packet ? step : kUsualPacket) + kBlock;
  if (step < TimeDelta::Zero() || step > kLongestGap) {
    return seen;
  }
  const Timestamp known = *last.captured + step;
  return std::min(seen,
                  known + std::max(step / kDrift, (seen - known) / kFollow));
}

}  // namespace

extern "C" {

void __real__ZN6webrtc10RTCPSender14SetLastRtpTimeEjSt8optionalINS_9TimestampEES1_IaE(
    RTCPSender* sender,
    uint32_t rtp_timestamp,
    absl::optional<Timestamp> captured,
    absl::optional<int8_t> payload_type);

void __wrap__ZN6webrtc10RTCPSender14SetLastRtpTimeEjSt8optionalINS_9TimestampEES1_IaE(
    RTCPSender* sender,
    uint32_t rtp_timestamp,
    absl::optional<Timestamp> captured,
    absl::optional<int8_t> payload_type) {
  if (!captured && payload_type) {
    captured = Captured(LastOf(*sender, *payload_type), rtp_timestamp);
  }
  __real__ZN6webrtc10RTCPSender14SetLastRtpTimeEjSt8optionalINS_9TimestampEES1_IaE(
      sender, rtp_timestamp, captured, payload_type);
}

}  // extern "C"
