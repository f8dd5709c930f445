#include "native/engine/shared_networks.h"

#include <utility>

#include "api/units/time_delta.h"
#include "native/engine/thread_check.h"

namespace nlw {
namespace {

// How long the machine's networks are followed when nobody needs them.
constexpr webrtc::TimeDelta kPatience = webrtc::TimeDelta::Seconds(10);

}  // namespace

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
  ++watchers_;
  if (!std::exchange(updating_, true))
    manager_.StartUpdating();
}

void SharedNetworks::Unwatch() {
  NLW_DCHECK_RUN_ON(network_);
  if (--watchers_ > 0)
    return;
  ++idle_;
  network_->PostDelayedTask(
      webrtc::SafeTask(safety_.flag(), [this, idle = idle_] { Stop(idle); }),
      kPatience);
}

void SharedNetworks::Stop(int idle) {
  if (watchers_ > 0 || idle != idle_)
    return;
  manager_.StopUpdating();
  updating_ = false;
  known_ = false;
}

void SharedNetworks::OnNetworksChanged() {
  known_ = true;
  SignalChanged();
}

}  // namespace nlw
