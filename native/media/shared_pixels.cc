#include <map>
#include <utility>

#include "native/media/pixels.h"
#include "rtc_base/synchronization/mutex.h"
#include "rtc_base/thread_annotations.h"

namespace nlw {
namespace {

struct Shared {
  webrtc::Mutex mutex;
  int64_t last_token RTC_GUARDED_BY(mutex) = 0;
  std::map<int64_t, Pixels> pixels RTC_GUARDED_BY(mutex);
};

// Of the process: environments come and go.
Shared& TheShared() {
  static Shared* const shared = new Shared;
  return *shared;
}

}  // namespace

int64_t SharePixels(Pixels pixels) {
  Shared& shared = TheShared();
  webrtc::MutexLock lock(&shared.mutex);
  shared.pixels.emplace(++shared.last_token, std::move(pixels));
  return shared.last_token;
}

Pixels TakeSharedPixels(int64_t token) {
  Shared& shared = TheShared();
  webrtc::MutexLock lock(&shared.mutex);
  const auto found = shared.pixels.find(token);
  if (found == shared.pixels.end()) {
    return nullptr;
  }
  Pixels pixels = std::move(found->second);
  shared.pixels.erase(found);
  return pixels;
}

}  // namespace nlw
