#ifndef NATIVE_ENGINE_POOLED_TASK_QUEUE_H_
#define NATIVE_ENGINE_POOLED_TASK_QUEUE_H_

#include <deque>
#include <map>
#include <memory>
#include <utility>

#include "absl/functional/any_invocable.h"
#include "api/task_queue/task_queue_base.h"
#include "api/units/time_delta.h"
#include "native/engine/task_queue_pool.h"

namespace nlw {

// One sequence of a TaskQueuePool. The contract is TaskQueueBase's; Delete is
// also safe from one of the queue's own tasks, and then does not wait for it.
class PooledTaskQueue final
    : public webrtc::TaskQueueBase,
      public std::enable_shared_from_this<PooledTaskQueue> {
 public:
  PooledTaskQueue(std::shared_ptr<TaskQueuePool> pool, int priority);
  ~PooledTaskQueue() override = default;

  // Before the first use: the queue owns itself until Delete.
  void KeepAlive() { self_ = shared_from_this(); }

  void Delete() override;

 private:
  friend class TaskQueuePool;

  using Task = absl::AnyInvocable<void() &&>;

  void PostTaskImpl(Task task,
                    const PostTaskTraits& traits,
                    const webrtc::Location& location) override;
  void PostDelayedTaskImpl(Task task,
                           webrtc::TimeDelta delay,
                           const PostDelayedTaskTraits& traits,
                           const webrtc::Location& location) override;

  // Pool thread, unlocked: runs and destroys the task as this queue.
  void Run(Task task);

  const std::shared_ptr<TaskQueuePool> pool_;
  const int priority_;
  std::shared_ptr<PooledTaskQueue> self_;

  // Guarded by the pool's mutex.
  std::deque<Task> tasks_;
  std::map<TaskQueuePool::TimerKey, Task> delayed_;
  // In the ready list, or running.
  bool scheduled_ = false;
  bool running_ = false;
  bool deleted_ = false;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_POOLED_TASK_QUEUE_H_
