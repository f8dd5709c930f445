// Two dcSCTP sockets over a link whose end loses a burst, in simulated time:
// how long until all has arrived (native/link/sctp_recovery.cc).

#include "test/native/sctp_end.h"

namespace nlw {
namespace {

// A packet is lost, which starts Fast Recovery; then all the rest of the
// flight, so that nothing tells of it but the retransmission timer.
void TestTailLoss() {
  constexpr size_t kMessage = 64 * 1024;
  constexpr size_t kMessages = 16;
  constexpr int64_t kSilenceMs = 350;
  Clock clock;
  End a(clock);
  End b(clock);
  int packets = 0;
  int64_t silent_until = 0;
  a.ConnectTo(b, [&](const Bytes& packet) {
    // Of those that carry data.
    if (packet.size() < 500) {
      return false;
    }
    packets += 1;
    if (packets == 230) {
      silent_until = clock.now_ms() + kSilenceMs;
    }
    return packets == 190 || clock.now_ms() < silent_until;
  });
  b.ConnectTo(a);
  Connect(clock, a);
  for (size_t i = 0; i < kMessages; ++i) {
    Send(a, 1, kMessage);
  }
  const int64_t start = clock.now_ms();
  while (b.received() < kMessage * kMessages) {
    CHECK(clock.Step());
  }
  std::printf("%d packets in %d ms\n", packets,
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
