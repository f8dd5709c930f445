// Two dcSCTP sockets over a link whose end loses a burst, in simulated time:
// how long until all has arrived (native/link/sctp_recovery.cc).

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
namespace {

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

class End : public dcsctp::DcSctpSocketCallbacks {
 public:
  explicit End(Clock& clock) : clock_(clock) {
    dcsctp::DcSctpSocketFactory factory;
    socket_ = factory.Create("", *this, nullptr, dcsctp::DcSctpOptions());
  }

  // `loses`: called with the number of each packet that carries data.
  void ConnectTo(End& other, std::function<bool(int)> loses = nullptr) {
    other_ = &other;
    loses_ = std::move(loses);
  }

  dcsctp::DcSctpSocketInterface& socket() { return *socket_; }
  size_t received() const { return received_; }
  int packets() const { return packets_; }

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
    // One way takes a millisecond.
    if (data.size() < 500 || !loses_ || !loses_(++packets_)) {
      clock_.At(clock_.now_ms() + 1,
                [this, packet = Bytes(data.begin(), data.end())] {
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
  void OnIncomingStreamsReset(rtc::ArrayView<const dcsctp::StreamID>) override {
  }

  Clock& clock_;
  End* other_ = nullptr;
  std::function<bool(int)> loses_;
  std::unique_ptr<dcsctp::DcSctpSocketInterface> socket_;
  size_t received_ = 0;
  int packets_ = 0;
  uint32_t random_ = 1;
};

// A packet is lost, which starts Fast Recovery; then all the rest of the
// flight, so that nothing tells of it but the retransmission timer.
void TestTailLoss() {
  constexpr size_t kMessage = 64 * 1024;
  constexpr size_t kMessages = 16;
  constexpr int64_t kSilenceMs = 350;
  Clock clock;
  End a(clock);
  End b(clock);
  int64_t silent_until = 0;
  a.ConnectTo(b, [&](int number) {
    if (number == 230) {
      silent_until = clock.now_ms() + kSilenceMs;
    }
    return number == 190 || clock.now_ms() < silent_until;
  });
  b.ConnectTo(a);
  a.socket().Connect();
  while (a.socket().state() != dcsctp::SocketState::kConnected) {
    CHECK(clock.Step());
  }
  for (size_t i = 0; i < kMessages; ++i) {
    CHECK(a.socket().Send(
              dcsctp::DcSctpMessage(dcsctp::StreamID(1), dcsctp::PPID(53),
                                    Bytes(kMessage)),
              {}) == dcsctp::SendStatus::kSuccess);
  }
  const int64_t start = clock.now_ms();
  while (b.received() < kMessage * kMessages) {
    CHECK(clock.Step());
  }
  std::printf("%d packets in %d ms\n", a.packets(),
              static_cast<int>(clock.now_ms() - start));
  CHECK(silent_until > 0);
  CHECK(clock.now_ms() - start < 2000);
}

}  // namespace
}  // namespace nlw

int main() {
  nlw::TestTailLoss();
  std::puts("sctp_recovery_test: ok");
  return 0;
}
