// Replaces libwebrtc's member of the same name, for the same reason as
// task_queue_base.cc.
#include "rtc_base/synchronization/yield_policy.h"

namespace rtc {
namespace {

thread_local YieldInterface* current = nullptr;

}  // namespace

ScopedYieldPolicy::ScopedYieldPolicy(YieldInterface* policy)
    : previous_(current) {
  current = policy;
}

ScopedYieldPolicy::~ScopedYieldPolicy() {
  current = previous_;
}

// static
void ScopedYieldPolicy::YieldExecution() {
  if (current) {
    current->YieldExecution();
  }
}

}  // namespace rtc
