#ifndef NATIVE_ENGINE_PACKET_SOCKET_FACTORY_H_
#define NATIVE_ENGINE_PACKET_SOCKET_FACTORY_H_

#include <memory>

#include "api/async_dns_resolver.h"
#include "native/engine/sockets/batching_socket_server.h"
#include "native/engine/sockets/udp_socket.h"
#include "p2p/base/basic_packet_socket_factory.h"

namespace nlw {

// The sockets of an engine's connections. Names of STUN and TURN servers are
// resolved by `resolvers`. Network thread; both arguments must outlive it.
class PacketSocketFactory final : public rtc::BasicPacketSocketFactory {
 public:
  PacketSocketFactory(BatchingSocketServer* sockets,
                      webrtc::AsyncDnsResolverFactoryInterface* resolvers)
      : BasicPacketSocketFactory(sockets),
        sockets_(sockets),
        resolvers_(resolvers) {}

  rtc::AsyncPacketSocket* CreateUdpSocket(const rtc::SocketAddress& address,
                                          uint16_t min_port,
                                          uint16_t max_port) override {
    return UdpSocket::Create(sockets_, address, min_port, max_port).release();
  }

  std::unique_ptr<webrtc::AsyncDnsResolverInterface> CreateAsyncDnsResolver()
      override {
    return resolvers_->Create();
  }

 private:
  BatchingSocketServer* const sockets_;
  webrtc::AsyncDnsResolverFactoryInterface* const resolvers_;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_PACKET_SOCKET_FACTORY_H_
