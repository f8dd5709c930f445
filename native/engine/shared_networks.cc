#include "native/engine/shared_networks.h"

namespace nlw {

SharedNetworks::SharedNetworks(rtc::SocketFactory* socket_factory,
                               const webrtc::FieldTrialsView* field_trials)
    : manager_(socket_factory, field_trials) {
  manager_.SignalNetworksChanged.connect(this,
                                         &SharedNetworks::OnNetworksChanged);
}

SharedNetworks::~SharedNetworks() = default;

void SharedNetworks::Watch() {
  if (watchers_++ == 0)
    manager_.StartUpdating();
}

void SharedNetworks::Unwatch() {
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
