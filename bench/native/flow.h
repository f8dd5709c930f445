#ifndef BENCH_NATIVE_FLOW_H_
#define BENCH_NATIVE_FLOW_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "api/data_channel_interface.h"
#include "rtc_base/event.h"
#include "rtc_base/thread.h"

namespace bench {

// The protocol of bench/driver/flow.mjs, on libwebrtc's network thread. The
// public methods are for the main thread, but for OnMessage.
class Flow {
 public:
  explicit Flow(rtc::scoped_refptr<webrtc::DataChannelInterface> channel,
                rtc::Thread* network);

  void Send(size_t size);
  void Stop();
  // JSON.
  std::string Mark() const;
  // Milliseconds of each round trip.
  std::vector<double> Ping(int count);

  void OnMessage(const webrtc::DataBuffer& buffer);

 private:
  void Pump();
  void SendText(const std::string& text);

  const rtc::scoped_refptr<webrtc::DataChannelInterface> channel_;
  rtc::Thread* const network_;
  rtc::Event pong_;
  std::atomic<uint64_t> received_bytes_{0};
  std::atomic<uint64_t> received_messages_{0};
  // Network thread from here on.
  rtc::CopyOnWriteBuffer message_;
  size_t window_ = 0;
  size_t in_flight_ = 0;
  bool running_ = false;
  bool scheduled_ = false;
  size_t unacknowledged_bytes_ = 0;
  size_t unacknowledged_messages_ = 0;
};

}  // namespace bench

#endif  // BENCH_NATIVE_FLOW_H_
