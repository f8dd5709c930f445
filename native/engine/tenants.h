#ifndef NATIVE_ENGINE_TENANTS_H_
#define NATIVE_ENGINE_TENANTS_H_

#include <map>
#include <memory>

#include "rtc_base/synchronization/mutex.h"
#include "rtc_base/thread_annotations.h"

namespace nlw {

// Objects that hold libwebrtc's, and that others hold for longer than the
// engine lives, as JavaScript's tasks under way do. When the engine ends they
// let go; their destructors then run on any thread.
class Tenants {
 public:
  class Tenant : public std::enable_shared_from_this<Tenant> {
   public:
    virtual ~Tenant() = default;

   private:
    friend class Tenants;

    // Signaling thread. Lets go of libwebrtc's objects and of the engine.
    virtual void OnMoveOut() = 0;
  };

  // Any thread.
  void Add(const std::shared_ptr<Tenant>& tenant);
  // In its destructor.
  void Remove(const Tenant* tenant);

  // Signaling thread, when the engine ends.
  void MoveOut();

 private:
  webrtc::Mutex mutex_;
  std::map<const Tenant*, std::weak_ptr<Tenant>> tenants_
      RTC_GUARDED_BY(mutex_);
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_TENANTS_H_
