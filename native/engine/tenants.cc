#include "native/engine/tenants.h"

#include <utility>

namespace nlw {

void Tenants::Add(const std::shared_ptr<Tenant>& tenant) {
  webrtc::MutexLock lock(&mutex_);
  tenants_[tenant.get()] = tenant;
}

void Tenants::Remove(const Tenant* tenant) {
  webrtc::MutexLock lock(&mutex_);
  tenants_.erase(tenant);
}

void Tenants::MoveOut() {
  std::map<const Tenant*, std::weak_ptr<Tenant>> tenants;
  {
    webrtc::MutexLock lock(&mutex_);
    tenants.swap(tenants_);
  }
  for (const auto& [key, weak] : tenants) {
    if (const std::shared_ptr<Tenant> tenant = weak.lock()) {
      tenant->OnMoveOut();
    }
  }
}

}  // namespace nlw
