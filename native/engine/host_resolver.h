#ifndef NATIVE_ENGINE_HOST_RESOLVER_H_
#define NATIVE_ENGINE_HOST_RESOLVER_H_

#include <memory>

#include "api/async_dns_resolver.h"
#include "native/engine/lookup_threads.h"
#include "native/engine/mdns_client.h"

namespace nlw {

// Resolves names of the `.local` domain by multicast DNS and others by the
// system. Network thread, and so its resolvers; `mdns` must outlive them.
class HostResolverFactory final
    : public webrtc::AsyncDnsResolverFactoryInterface {
 public:
  enum class Order {
    // For the names that a remote peer chose.
    kMulticastOnly,
    // For configured servers, which may stand in the hosts file.
    kSystemFirst,
  };

  HostResolverFactory(Order order,
                      MdnsClient* mdns,
                      std::shared_ptr<LookupThreads> lookups);

  std::unique_ptr<webrtc::AsyncDnsResolverInterface> CreateAndResolve(
      const rtc::SocketAddress& address,
      absl::AnyInvocable<void()> callback) override;
  std::unique_ptr<webrtc::AsyncDnsResolverInterface> CreateAndResolve(
      const rtc::SocketAddress& address,
      int family,
      absl::AnyInvocable<void()> callback) override;
  std::unique_ptr<webrtc::AsyncDnsResolverInterface> Create() override;

 private:
  const Order order_;
  MdnsClient* const mdns_;
  const std::shared_ptr<LookupThreads> lookups_;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_HOST_RESOLVER_H_
