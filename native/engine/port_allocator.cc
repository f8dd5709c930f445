#include "native/engine/port_allocator.h"

#include "native/engine/connection_networks.h"
#include "p2p/client/basic_port_allocator.h"

namespace nlw {
namespace {

// A base class, so that it outlives BasicPortAllocator, whose destructor still
// uses it.
struct NetworksHolder {
  NetworksHolder(SharedNetworks* shared, const NetworkPolicy& policy)
      : networks(shared, policy) {}

  ConnectionNetworks networks;
};

class ConnectionPortAllocator final : private NetworksHolder,
                                      public cricket::BasicPortAllocator {
 public:
  ConnectionPortAllocator(const NetworkPolicy& policy,
                          SharedNetworks* shared,
                          rtc::PacketSocketFactory* socket_factory,
                          const webrtc::FieldTrialsView* field_trials)
      : NetworksHolder(shared, policy),
        BasicPortAllocator(&networks,
                           socket_factory,
                           /*customizer=*/nullptr,
                           /*relay_port_factory=*/nullptr,
                           field_trials) {}
};

}  // namespace

std::unique_ptr<cricket::PortAllocator> CreatePortAllocator(
    const NetworkPolicy& policy,
    SharedNetworks* networks,
    rtc::PacketSocketFactory* socket_factory,
    const webrtc::FieldTrialsView* field_trials) {
  auto allocator = std::make_unique<ConnectionPortAllocator>(
      policy, networks, socket_factory, field_trials);
  // The connection adds the other flags from its configuration.
  if (!allocator->SetPortRange(policy.min_port, policy.max_port))
    return nullptr;
  return allocator;
}

}  // namespace nlw
