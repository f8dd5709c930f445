// Two sockets on loopback: order, sizes, joined datagrams, destruction while
// packets are handed on.

#include "native/engine/sockets/udp_socket.h"

#include <cstdint>
#include <memory>
#include <vector>

#include "rtc_base/event.h"
#include "rtc_base/thread.h"
#include "rtc_base/time_utils.h"
#include "test/native/check.h"

namespace nlw {
namespace {

using Bytes = std::vector<uint8_t>;

const rtc::SocketAddress kLoopback("127.0.0.1", 0);

Bytes Packet(size_t size, int number) {
  Bytes bytes(size);
  for (size_t i = 0; i < size; ++i) {
    bytes[i] = static_cast<uint8_t>(number + i);
  }
  return bytes;
}

struct Pair {
  explicit Pair(rtc::Thread* thread, BatchingSocketServer* server)
      : thread(thread) {
    thread->BlockingCall([&] {
      sender = UdpSocket::Create(server, kLoopback, 0, 0);
      receiver = UdpSocket::Create(server, kLoopback, 0, 0);
    });
    CHECK(sender && receiver);
  }
  ~Pair() {
    thread->BlockingCall([&] {
      sender = nullptr;
      receiver = nullptr;
    });
  }

  rtc::Thread* const thread;
  std::unique_ptr<UdpSocket> sender;
  std::unique_ptr<UdpSocket> receiver;
};

// Sends packets of these sizes in one turn; all arrive, in order and whole.
void TestSizes(Pair& pair, const std::vector<size_t>& sizes) {
  std::vector<Bytes> received;
  rtc::Event all;
  pair.thread->BlockingCall([&] {
    pair.receiver->RegisterReceivedPacketCallback(
        [&](rtc::AsyncPacketSocket*, const rtc::ReceivedPacket& packet) {
          received.emplace_back(packet.payload().begin(),
                                packet.payload().end());
          CHECK(packet.source_address() == pair.sender->GetLocalAddress());
          if (received.size() == sizes.size()) {
            all.Set();
          }
        });
    int number = 0;
    for (size_t size : sizes) {
      const Bytes packet = Packet(size, number++);
      CHECK(pair.sender->SendTo(
                packet.data(), packet.size(), pair.receiver->GetLocalAddress(),
                rtc::PacketOptions()) == static_cast<int>(size));
    }
  });
  CHECK(all.Wait(webrtc::TimeDelta::Seconds(10)));
  pair.thread->BlockingCall(
      [&] { pair.receiver->DeregisterReceivedPacketCallback(); });
  for (size_t i = 0; i < sizes.size(); ++i) {
    CHECK(received[i] == Packet(sizes[i], static_cast<int>(i)));
  }
}

// Answers that are sent while a packet is handed on leave without anybody else
// waking the thread.
void TestAnswersLeaveAtOnce(Pair& pair) {
  constexpr int kRounds = 100;
  int rounds = 0;
  rtc::Event done;
  const Bytes packet = Packet(100, 0);
  const auto send = [&](UdpSocket& from, UdpSocket& to) {
    from.SendTo(packet.data(), packet.size(), to.GetLocalAddress(),
                rtc::PacketOptions());
  };
  pair.thread->BlockingCall([&] {
    pair.receiver->RegisterReceivedPacketCallback(
        [&](rtc::AsyncPacketSocket*, const rtc::ReceivedPacket&) {
          send(*pair.receiver, *pair.sender);
        });
    pair.sender->RegisterReceivedPacketCallback(
        [&](rtc::AsyncPacketSocket*, const rtc::ReceivedPacket&) {
          if (++rounds == kRounds) {
            done.Set();
          } else {
            send(*pair.sender, *pair.receiver);
          }
        });
    send(*pair.sender, *pair.receiver);
  });
  CHECK(done.Wait(webrtc::TimeDelta::Seconds(10)));
  pair.thread->BlockingCall([&] {
    pair.receiver->DeregisterReceivedPacketCallback();
    pair.sender->DeregisterReceivedPacketCallback();
  });
}

// A packet has arrived when the kernel took it in, not when it is read.
void TestArrivalTimes(Pair& pair) {
  // More than one call of the system reads.
  constexpr int kPackets = 40;
  constexpr int64_t kBusyMicros = 50'000;
  int packets = 0;
  int64_t waited_us = 0;
  rtc::Event done;
  pair.thread->BlockingCall([&] {
    pair.receiver->RegisterReceivedPacketCallback(
        [&](rtc::AsyncPacketSocket*, const rtc::ReceivedPacket& received) {
          if (++packets == 1) {
            rtc::Thread::SleepMs(kBusyMicros / 1000);
          }
          waited_us = rtc::TimeMicros() - received.arrival_time()->us();
          CHECK(waited_us >= 0);
          if (packets == kPackets) {
            done.Set();
          }
        });
    for (int i = 0; i < kPackets; ++i) {
      const Bytes packet = Packet(100 + i % 2, i);
      pair.sender->SendTo(packet.data(), packet.size(),
                          pair.receiver->GetLocalAddress(),
                          rtc::PacketOptions());
    }
  });
  CHECK(done.Wait(webrtc::TimeDelta::Seconds(10)));
  pair.thread->BlockingCall(
      [&] { pair.receiver->DeregisterReceivedPacketCallback(); });
  CHECK(waited_us >= kBusyMicros);
}

void TestDestroyedByPacket(rtc::Thread* thread, BatchingSocketServer* server) {
  Pair pair(thread, server);
  rtc::Event destroyed;
  int packets = 0;
  thread->BlockingCall([&] {
    pair.receiver->RegisterReceivedPacketCallback(
        [&](rtc::AsyncPacketSocket*, const rtc::ReceivedPacket&) {
          ++packets;
          // The captures go with the socket.
          rtc::Event& done = destroyed;
          pair.receiver = nullptr;
          done.Set();
        });
    const Bytes packet = Packet(100, 0);
    for (int i = 0; i < 10; ++i) {
      pair.sender->SendTo(packet.data(), packet.size(),
                          pair.receiver->GetLocalAddress(),
                          rtc::PacketOptions());
    }
  });
  CHECK(destroyed.Wait(webrtc::TimeDelta::Seconds(10)));
  thread->BlockingCall([&] { CHECK(packets == 1); });
}

// A task does not wait until a socket has been read when that takes long, and
// may end the socket.
void TestTaskBetweenPackets(rtc::Thread* thread, BatchingSocketServer* server) {
  constexpr int kPackets = 10;
  Pair pair(thread, server);
  rtc::Event done;
  int packets = 0;
  std::vector<int> seen;
  const auto post = [&](auto task) {
    thread->PostTask([&seen, &packets, task] {
      seen.push_back(packets);
      task();
    });
  };
  const auto end = [&] {
    pair.receiver = nullptr;
    done.Set();
  };
  thread->BlockingCall([&] {
    pair.receiver->RegisterReceivedPacketCallback(
        [&](rtc::AsyncPacketSocket*, const rtc::ReceivedPacket&) {
          ++packets;
          rtc::Thread::SleepMs(2);
          if (packets == 2) {
            post([] {});
          }
          if (packets == 4) {
            post(end);
          }
        });
    const Bytes packet = Packet(100, 0);
    for (int i = 0; i < kPackets; ++i) {
      pair.sender->SendTo(packet.data(), packet.size(),
                          pair.receiver->GetLocalAddress(),
                          rtc::PacketOptions());
    }
  });
  CHECK(done.Wait(webrtc::TimeDelta::Seconds(10)));
  thread->BlockingCall([&] {
    CHECK((seen == std::vector<int>{2, 4}));
    CHECK(packets == 4);
  });
}

void TestPortRange(rtc::Thread* thread, BatchingSocketServer* server) {
  thread->BlockingCall([&] {
    auto first = UdpSocket::Create(server, kLoopback, 0, 0);
    CHECK(first);
    const uint16_t taken = first->GetLocalAddress().port();
    CHECK(!UdpSocket::Create(server, kLoopback, taken, taken));
    first->Close();
    CHECK(UdpSocket::Create(server, kLoopback, taken, taken));
  });
}

}  // namespace
}  // namespace nlw

int main() {
  auto sockets = std::make_unique<nlw::BatchingSocketServer>();
  nlw::BatchingSocketServer* const server = sockets.get();
  rtc::Thread thread(std::move(sockets));
  CHECK(thread.Start());
  const int descriptors = nlw::CountDescriptors();
  {
    nlw::Pair pair(&thread, server);
    nlw::TestSizes(pair, {1});
    nlw::TestSizes(pair, {1200, 1200, 1200, 1200, 700});
    nlw::TestSizes(pair, {1200, 700, 700, 1200, 1, 0, 5, 1200});
    nlw::TestSizes(pair, std::vector<size_t>(100, 1200));
    nlw::TestSizes(pair, {60000, 60000});
    nlw::TestAnswersLeaveAtOnce(pair);
    nlw::TestArrivalTimes(pair);
  }
  for (int i = 0; i < 50; ++i) {
    nlw::TestDestroyedByPacket(&thread, server);
    nlw::TestTaskBetweenPackets(&thread, server);
  }
  nlw::TestPortRange(&thread, server);
  thread.BlockingCall([] {});
  CHECK(nlw::CountDescriptors() == descriptors);
  thread.Stop();
  std::puts("udp_socket_test: ok");
  return 0;
}
