#ifndef NATIVE_ENGINE_SOCKETS_UDP_SOCKET_H_
#define NATIVE_ENGINE_SOCKETS_UDP_SOCKET_H_

#include <cstdint>
#include <memory>

#include "native/engine/sockets/batching_socket_server.h"
#include "native/engine/sockets/send_batch.h"
#include "rtc_base/async_packet_socket.h"
#include "rtc_base/physical_socket_server.h"

namespace nlw {

// A UDP socket that reads and sends many datagrams by one call of the system.
// Network thread.
class UdpSocket : public rtc::AsyncPacketSocket, private Flushable {
 public:
  // Bound to `address`, to its port or, when that is 0, to one of the range
  // (0 and 0: any). Null when none is free.
  static std::unique_ptr<UdpSocket> Create(BatchingSocketServer* server,
                                           const rtc::SocketAddress& address,
                                           uint16_t min_port,
                                           uint16_t max_port);
  ~UdpSocket() override;

  rtc::SocketAddress GetLocalAddress() const override;
  rtc::SocketAddress GetRemoteAddress() const override;
  int Send(const void* data,
           size_t size,
           const rtc::PacketOptions& options) override;
  int SendTo(const void* data,
             size_t size,
             const rtc::SocketAddress& address,
             const rtc::PacketOptions& options) override;
  int Close() override;
  State GetState() const override;
  int GetOption(rtc::Socket::Option option, int* value) override;
  int SetOption(rtc::Socket::Option option, int value) override;
  int GetError() const override;
  void SetError(int error) override;

 private:
  class Descriptor;

  UdpSocket(BatchingSocketServer* server,
            std::unique_ptr<Descriptor> descriptor);

  void OnReadable();
  void OnWritable();
  // From now on the kernel joins datagrams of one size. Not from the start: the
  // first socket of a machine that asks for it, and the last that closes, make
  // the kernel patch its own code, which stops all processors for a while.
  void JoinDatagrams();
  void Flush() override;

  BatchingSocketServer* const server_;
  const std::unique_ptr<Descriptor> descriptor_;
  // Asked for once: the system is asked for it per packet otherwise.
  const rtc::SocketAddress local_address_;
  SendBatch batch_;
  bool flush_asked_ = false;
  // The system took no more; it tells when it does.
  bool blocked_ = false;
  bool joins_ = false;
  int error_ = 0;
  // Set while packets are handed on; told when one of them destroys the socket.
  bool* destroyed_ = nullptr;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_SOCKETS_UDP_SOCKET_H_
