// A stream is reset while its data is still on the way, in simulated time
// (native/link/sctp_stream_reset.cc).

#include "test/native/sctp_end.h"

namespace nlw {
namespace {

// The type of an SCTP packet's first chunk.
constexpr size_t kChunkType = 12;
constexpr uint8_t kReConfig = 130;

constexpr size_t kMessage = 1000;

bool IsReset(const Bytes& packet) {
  return packet[kChunkType] == kReConfig;
}

// The first one's data is lost once, so the request to reset overtakes it.
// `asks_anew`: the request comes again with the next number, from dcSCTP's own
// timer; else as it was.
void TestOvertaken(bool asks_anew) {
  Clock clock;
  End a(clock);
  End b(clock);
  bool lost = false;
  Bytes request;
  a.ConnectTo(b, [&](const Bytes& packet) {
    if (IsReset(packet)) {
      const bool is_first = request.empty();
      if (is_first) {
        request = packet;
      }
      return !is_first && !asks_anew;
    }
    return packet.size() > kMessage && !std::exchange(lost, true);
  });
  int answers = 0;
  b.ConnectTo(a, [&](const Bytes& packet) {
    answers += IsReset(packet);
    return false;
  });
  Connect(clock, a);
  Send(a, 1, kMessage);
  const dcsctp::StreamID stream(1);
  a.socket().ResetStreams({&stream, 1});
  while (answers == 0 || b.received() < kMessage) {
    CHECK(clock.Step());
  }
  CHECK(lost);
  CHECK(b.reset() == 0);
  if (asks_anew) {
    while (b.reset() == 0) {
      CHECK(clock.Step());
    }
  } else {
    b.socket().ReceivePacket(request);
  }
  CHECK(b.reset() == 1);
  // Done once: an answer that was lost is given again.
  b.socket().ReceivePacket(request);
  CHECK(b.reset() == 1);
}

}  // namespace
}  // namespace nlw

int main() {
  nlw::TestOvertaken(true);
  nlw::TestOvertaken(false);
  std::puts("sctp_stream_reset_test: ok");
  return 0;
}
