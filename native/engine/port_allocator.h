#ifndef NATIVE_ENGINE_PORT_ALLOCATOR_H_
#define NATIVE_ENGINE_PORT_ALLOCATOR_H_

#include <memory>

#include "api/field_trials_view.h"
#include "api/packet_socket_factory.h"
#include "native/engine/network_policy.h"
#include "native/engine/shared_networks.h"
#include "p2p/base/port_allocator.h"

namespace nlw {

// For one connection; owns the connection's view of the networks. The other
// arguments must outlive it. Null when the policy's port range is not one.
std::unique_ptr<cricket::PortAllocator> CreatePortAllocator(
    const NetworkPolicy& policy,
    SharedNetworks* networks,
    rtc::PacketSocketFactory* socket_factory,
    const webrtc::FieldTrialsView* field_trials);

}  // namespace nlw

#endif  // NATIVE_ENGINE_PORT_ALLOCATOR_H_
