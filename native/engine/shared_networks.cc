#include "native/engine/shared_networks.h"

#include "native/engine/thread_check.h"

namespace nlw {

SharedNetworks::SharedNetworks(rtc::Thread* network,
                               rtc::SocketFactory* socket_factory,
                               const webrtc::FieldTrialsView* field_trials)
    : network_(network), manager_(socket_factory, field_trials) {
  manager_.SignalNetworksChanged.connect(this,
                                         &SharedNetworks::OnNetworksChanged);
}

SharedNetworks::~SharedNetworks() = default;

void SharedNetworks::Watch() {
  NLW_DCHECK_RUN_ON(network_);
  if (watchers_++ == 0)
    manager_.StartUpdating();
}

void SharedNetworks::Unwatch() {
  NLW_DCHECK_RUN_ON(network_);
  if (--watchers_ == 0) {
    manager_.StopUpdating();
    known_ = false;
  }
}

void SharedNetworks::OnNetworksChanged() {
  known_ = true;
  SignalChanged();
}

}  // namespace nlw
