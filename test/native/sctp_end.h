// dcSCTP sockets in simulated time, without a connection below them.
#ifndef TEST_NATIVE_SCTP_END_H_
#define TEST_NATIVE_SCTP_END_H_

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "net/dcsctp/public/dcsctp_socket.h"
#include "net/dcsctp/public/dcsctp_socket_factory.h"
#include "test/native/check.h"

namespace nlw {

using Bytes = std::vector<uint8_t>;

// Runs what is due in order of time.
class Clock {
 public:
  using Key = std::pair<int64_t, int>;

  int64_t now_ms() const { return now_ms_; }
  Key At(int64_t ms, std::function<void()> work) {
    const Key key(ms, ++last_);
    work_[key] = std::move(work);
    return key;
  }
  void Cancel(Key key) { work_.erase(key); }
  // False when nothing is due any more.
  bool Step() {
    if (work_.empty()) {
      return false;
    }
    auto next = work_.extract(work_.begin());
    now_ms_ = next.key().first;
    next.mapped()();
    return true;
  }

 private:
  int64_t now_ms_ = 1000;
  int last_ = 0;
  std::map<Key, std::function<void()>> work_;
};

// A dcSCTP socket on a link of its own.
class End : public dcsctp::DcSctpSocketCallbacks {
 public:
  explicit End(Clock& clock) : clock_(clock) {
    dcsctp::DcSctpSocketFactory factory;
    socket_ = factory.Create("", *this, nullptr, dcsctp::DcSctpOptions());
  }

  // `loses`: asked about each packet that goes to the other.
  void ConnectTo(End& other,
                 std::function<bool(const Bytes&)> loses = nullptr) {
    other_ = &other;
    loses_ = std::move(loses);
  }

  dcsctp::DcSctpSocketInterface& socket() { return *socket_; }
  // Bytes of messages.
  size_t received() const { return received_; }
  // Streams that the other has reset.
  size_t reset() const { return reset_; }

 private:
  class Timer : public dcsctp::Timeout {
   public:
    explicit Timer(End& end) : end_(end) {}
    void Start(dcsctp::DurationMs duration, dcsctp::TimeoutID id) override {
      key_ = end_.clock_.At(end_.clock_.now_ms() + *duration,
                            [this, id] { end_.socket_->HandleTimeout(id); });
    }
    void Stop() override { end_.clock_.Cancel(key_); }

   private:
    End& end_;
    Clock::Key key_;
  };

  dcsctp::SendPacketStatus SendPacketWithStatus(
      rtc::ArrayView<const uint8_t> data) override {
    Bytes packet(data.begin(), data.end());
    if (!loses_ || !loses_(packet)) {
      // One way takes a millisecond.
      clock_.At(clock_.now_ms() + 1, [this, packet = std::move(packet)] {
        other_->socket_->ReceivePacket(packet);
      });
    }
    return dcsctp::SendPacketStatus::kSuccess;
  }
  std::unique_ptr<dcsctp::Timeout> CreateTimeout(
      webrtc::TaskQueueBase::DelayPrecision) override {
    return std::make_unique<Timer>(*this);
  }
  webrtc::Timestamp Now() override {
    return webrtc::Timestamp::Millis(clock_.now_ms());
  }
  dcsctp::TimeMs TimeMillis() override {
    return dcsctp::TimeMs(clock_.now_ms());
  }
  uint32_t GetRandomInt(uint32_t low, uint32_t high) override {
    random_ = random_ * 1664525 + 1013904223;
    return low + random_ % (high - low);
  }
  void OnMessageReceived(dcsctp::DcSctpMessage message) override {
    received_ += message.payload().size();
  }
  void OnError(dcsctp::ErrorKind, absl::string_view) override {}
  void OnAborted(dcsctp::ErrorKind, absl::string_view) override {
    CHECK(!"aborted");
  }
  void OnConnected() override {}
  void OnClosed() override {}
  void OnConnectionRestarted() override {}
  void OnStreamsResetFailed(rtc::ArrayView<const dcsctp::StreamID>,
                            absl::string_view) override {}
  void OnStreamsResetPerformed(
      rtc::ArrayView<const dcsctp::StreamID>) override {}
  void OnIncomingStreamsReset(
      rtc::ArrayView<const dcsctp::StreamID> streams) override {
    reset_ += streams.size();
  }

  Clock& clock_;
  End* other_ = nullptr;
  std::function<bool(const Bytes&)> loses_;
  std::unique_ptr<dcsctp::DcSctpSocketInterface> socket_;
  size_t received_ = 0;
  size_t reset_ = 0;
  uint32_t random_ = 1;
};

inline void Connect(Clock& clock, End& end) {
  end.socket().Connect();
  while (end.socket().state() != dcsctp::SocketState::kConnected) {
    CHECK(clock.Step());
  }
}

inline void Send(End& end, uint16_t stream, size_t size) {
  CHECK(end.socket().Send(dcsctp::DcSctpMessage(dcsctp::StreamID(stream),
                                                dcsctp::PPID(53), Bytes(size)),
                          {}) == dcsctp::SendStatus::kSuccess);
}

}  // namespace nlw

#endif  // TEST_NATIVE_SCTP_END_H_
