#ifndef NATIVE_ENGINE_SHARED_NETWORKS_H_
#define NATIVE_ENGINE_SHARED_NETWORKS_H_

#include "api/field_trials_view.h"
#include "rtc_base/network.h"
#include "rtc_base/socket_factory.h"
#include "rtc_base/third_party/sigslot/sigslot.h"
#include "rtc_base/thread.h"

namespace nlw {

// The machine's networks, enumerated once for all connections of an engine and
// polled while one of them watches. A BasicNetworkManager shared directly would
// tell every user anew whenever one more starts.
//
// Network thread, but for the constructor.
class SharedNetworks : public sigslot::has_slots<> {
 public:
  SharedNetworks(rtc::Thread* network,
                 rtc::SocketFactory* socket_factory,
                 const webrtc::FieldTrialsView* field_trials);
  ~SharedNetworks() override;

  // Counted.
  void Watch();
  void Unwatch();

  // The networks are known: SignalChanged has fired since the watch began.
  bool known() const { return known_; }

  rtc::BasicNetworkManager& manager() { return manager_; }
  rtc::Thread* thread() const { return network_; }

  sigslot::signal0<> SignalChanged;

 private:
  void OnNetworksChanged();

  rtc::Thread* const network_;
  rtc::BasicNetworkManager manager_;
  int watchers_ = 0;
  bool known_ = false;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_SHARED_NETWORKS_H_
