#include "native/engine/connection_networks.h"

#include <sys/socket.h>

#include <iterator>
#include <utility>

#include "native/engine/thread_check.h"
#include "rtc_base/thread.h"

namespace nlw {
namespace {

bool IsLoopback(const rtc::Network& network) {
  return network.type() == rtc::ADAPTER_TYPE_LOOPBACK ||
         rtc::IPIsLoopback(network.prefix());
}

}  // namespace

ConnectionNetworks::ConnectionNetworks(SharedNetworks* shared,
                                       const NetworkPolicy& policy)
    : shared_(shared), filter_(policy), loopback_(policy.loopback) {}

ConnectionNetworks::~ConnectionNetworks() {
  if (start_count_ > 0) {
    start_count_ = 1;
    StopUpdating();
  }
}

void ConnectionNetworks::StartUpdating() {
  NLW_DCHECK_RUN_ON(shared_->thread());
  if (start_count_++ == 0) {
    started_ = webrtc::PendingTaskSafetyFlag::Create();
    shared_->SignalChanged.connect(this,
                                   &ConnectionNetworks::OnNetworksChanged);
    shared_->Watch();
  }
  // Every caller waits for a signal after its start.
  if (shared_->known()) {
    shared_->thread()->PostTask(
        webrtc::SafeTask(started_, [this] { OnNetworksChanged(); }));
  }
}

void ConnectionNetworks::StopUpdating() {
  NLW_DCHECK_RUN_ON(shared_->thread());
  if (--start_count_ > 0)
    return;
  started_->SetNotAlive();
  shared_->SignalChanged.disconnect(this);
  shared_->Unwatch();
}

std::vector<const rtc::Network*> ConnectionNetworks::GetNetworks() const {
  NLW_DCHECK_RUN_ON(shared_->thread());
  std::vector<const rtc::Network*> networks;
  std::vector<const rtc::Network*> loopbacks;
  for (const rtc::Network* whole : shared_->manager().GetNetworks()) {
    if (const rtc::Network* network = Filter(*whole))
      (IsLoopback(*network) ? loopbacks : networks).push_back(network);
  }
  if (loopback_.value_or(networks.empty()))
    networks.insert(networks.end(), loopbacks.begin(), loopbacks.end());
  return networks;
}

// Asked for when GetNetworks gives none. Sockets on the any address use every
// interface, so they stand in only where enumeration failed, never for networks
// that were filtered out.
std::vector<const rtc::Network*> ConnectionNetworks::GetAnyAddressNetworks() {
  std::vector<const rtc::Network*> networks;
  if (!shared_->manager().GetNetworks().empty())
    return networks;
  for (const rtc::Network* any : shared_->manager().GetAnyAddressNetworks()) {
    if (filter_.Allows(any->name(), any->GetBestIP()))
      networks.push_back(any);
  }
  return networks;
}

bool ConnectionNetworks::GetDefaultLocalAddress(int family,
                                                rtc::IPAddress* address) const {
  return shared_->manager().GetDefaultLocalAddress(family, address);
}

const rtc::Network* ConnectionNetworks::Filter(
    const rtc::Network& network) const {
  std::vector<rtc::InterfaceAddress> allowed;
  for (const rtc::InterfaceAddress& address : network.GetIPs()) {
    if (filter_.Allows(network.name(), address))
      allowed.push_back(address);
  }
  if (allowed.empty())
    return nullptr;
  if (allowed.size() == network.GetIPs().size())
    return &network;

  std::unique_ptr<rtc::Network>& part = partial_[&network];
  if (!part) {
    part = std::make_unique<rtc::Network>(
        network.name(), network.description(), network.prefix(),
        network.prefix_length(), network.type());
    part->set_default_local_address_provider(
        network.default_local_address_provider());
    part->set_scope_id(network.scope_id());
    part->set_id(network.id());
  }
  part->SetIPs(allowed, /*already_changed=*/true);
  part->set_preference(network.preference());
  return part.get();
}

void ConnectionNetworks::OnNetworksChanged() {
  SignalNetworksChanged();
}

}  // namespace nlw
