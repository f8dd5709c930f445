#ifndef NATIVE_ENGINE_SOCKETS_SEND_BATCH_H_
#define NATIVE_ENGINE_SOCKETS_SEND_BATCH_H_

#include <sys/socket.h>

#include <cstdint>
#include <vector>

#include "rtc_base/socket_address.h"

namespace nlw {

// Datagrams on their way out of one UDP socket. Those of one size to one
// address, one after the other, leave as one (UDP_SEGMENT); the rest by
// sendmmsg(). The order stays.
class SendBatch {
 public:
  // Packets; more are not worth waiting for.
  static constexpr size_t kFull = 64;

  void Add(const void* data, size_t size, const rtc::SocketAddress& address);

  // Sends what it can. False when the socket takes no more for now; what is
  // left stays. A datagram that the system refuses is dropped, as a network
  // would.
  bool Flush(int descriptor);

  size_t packets() const { return packets_.size() - first_; }
  size_t bytes() const { return bytes_.size(); }

 private:
  struct Packet {
    size_t offset;
    size_t size;
    size_t address;
  };

  // How many packets from `first` on can leave as one.
  size_t RunLength(size_t first) const;
  void Clear();

  std::vector<uint8_t> bytes_;
  std::vector<Packet> packets_;
  // Each differs from the one before.
  std::vector<rtc::SocketAddress> addresses_;
  // The first packet that has not left.
  size_t first_ = 0;
  bool segments_ = true;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_SOCKETS_SEND_BATCH_H_
