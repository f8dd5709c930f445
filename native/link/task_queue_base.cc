// Replaces libwebrtc's member of the same name: its thread-local variable has
// a relocation (R_X86_64_TPOFF32) that no shared object may contain.
#include "api/task_queue/task_queue_base.h"

namespace webrtc {
namespace {

thread_local TaskQueueBase* current = nullptr;

}  // namespace

TaskQueueBase* TaskQueueBase::Current() {
  return current;
}

TaskQueueBase::CurrentTaskQueueSetter::CurrentTaskQueueSetter(
    TaskQueueBase* task_queue)
    : previous_(current) {
  current = task_queue;
}

TaskQueueBase::CurrentTaskQueueSetter::~CurrentTaskQueueSetter() {
  current = previous_;
}

}  // namespace webrtc
