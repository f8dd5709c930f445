#ifndef NATIVE_ENGINE_SHARED_NETWORKS_H_
#define NATIVE_ENGINE_SHARED_NETWORKS_H_

#include "api/field_trials_view.h"
#include "api/task_queue/pending_task_safety_flag.h"
#include "rtc_base/network.h"
#include "rtc_base/socket_factory.h"
#include "rtc_base/third_party/sigslot/sigslot.h"
#include "rtc_base/thread.h"

namespace nlw {

// The machine's networks, enumerated once for all connections of an engine and
// polled while one of them watches and some seconds longer, so that the next
// one finds them known. A BasicNetworkManager shared directly would
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
  // Unless somebody has watched since.
  void Stop(int idle);

  rtc::Thread* const network_;
  rtc::BasicNetworkManager manager_;
  int watchers_ = 0;
  // How often there was no watcher any more.
  int idle_ = 0;
  bool updating_ = false;
  bool known_ = false;
  webrtc::ScopedTaskSafetyDetached safety_;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_SHARED_NETWORKS_H_
