#ifndef NATIVE_ENGINE_PACKET_SOCKET_FACTORY_H_
#define NATIVE_ENGINE_PACKET_SOCKET_FACTORY_H_

#include <memory>

#include "api/async_dns_resolver.h"
#include "p2p/base/basic_packet_socket_factory.h"

namespace nlw {

// The sockets of an engine's connections. Names of STUN and TURN servers are
// resolved by `resolvers`. Network thread; both arguments must outlive it.
class PacketSocketFactory final : public rtc::BasicPacketSocketFactory {
 public:
  PacketSocketFactory(rtc::SocketFactory* sockets,
                      webrtc::AsyncDnsResolverFactoryInterface* resolvers)
      : BasicPacketSocketFactory(sockets), resolvers_(resolvers) {}

  std::unique_ptr<webrtc::AsyncDnsResolverInterface> CreateAsyncDnsResolver()
      override {
    return resolvers_->Create();
  }

 private:
  webrtc::AsyncDnsResolverFactoryInterface* const resolvers_;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_PACKET_SOCKET_FACTORY_H_
