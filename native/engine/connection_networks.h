#ifndef NATIVE_ENGINE_CONNECTION_NETWORKS_H_
#define NATIVE_ENGINE_CONNECTION_NETWORKS_H_

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "api/task_queue/pending_task_safety_flag.h"
#include "native/engine/interface_filter.h"
#include "native/engine/network_policy.h"
#include "native/engine/shared_networks.h"
#include "rtc_base/network.h"
#include "rtc_base/third_party/sigslot/sigslot.h"

namespace nlw {

// The networks that one connection may use: those of the engine, filtered.
//
// Network thread, but for the constructor, and the destructor when it was never
// started.
class ConnectionNetworks final : public rtc::NetworkManager,
                                 public sigslot::has_slots<> {
 public:
  // `shared` must outlive it.
  ConnectionNetworks(SharedNetworks* shared, const NetworkPolicy& policy);
  ~ConnectionNetworks() override;

  void StartUpdating() override;
  void StopUpdating() override;
  std::vector<const rtc::Network*> GetNetworks() const override;
  std::vector<const rtc::Network*> GetAnyAddressNetworks() override;
  bool GetDefaultLocalAddress(int family,
                              rtc::IPAddress* address) const override;

 private:
  // Null when no address of it may be used; `network` itself when all may.
  const rtc::Network* Filter(const rtc::Network& network) const;
  void OnNetworksChanged();

  SharedNetworks* const shared_;
  const InterfaceFilter filter_;
  const std::optional<bool> loopback_;
  // Networks of which only some addresses may be used, by the whole one. Kept:
  // the same network must be the same object at every call.
  mutable std::map<const rtc::Network*, std::unique_ptr<rtc::Network>> partial_;
  int start_count_ = 0;
  rtc::scoped_refptr<webrtc::PendingTaskSafetyFlag> started_;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_CONNECTION_NETWORKS_H_
