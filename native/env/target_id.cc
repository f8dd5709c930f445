#include "native/env/target_id.h"

#include <atomic>

namespace nlw {

int NextTargetId() {
  static std::atomic<int> next{1};
  return next.fetch_add(1, std::memory_order_relaxed);
}

}  // namespace nlw
