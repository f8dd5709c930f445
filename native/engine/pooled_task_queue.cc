#include "native/engine/pooled_task_queue.h"

#include <algorithm>
#include <chrono>

namespace nlw {

PooledTaskQueue::PooledTaskQueue(std::shared_ptr<TaskQueuePool> pool,
                                 int priority)
    : pool_(std::move(pool)), priority_(priority) {}

void PooledTaskQueue::Delete() {
  std::shared_ptr<PooledTaskQueue> self;
  std::deque<Task> tasks;
  std::map<TaskQueuePool::TimerKey, Task> delayed;
  {
    std::unique_lock<std::mutex> lock(pool_->mutex_);
    deleted_ = true;
    for (const auto& [key, task] : delayed_)
      pool_->timers_.erase(key);
    tasks.swap(tasks_);
    delayed.swap(delayed_);
    if (!IsCurrent())
      pool_->queue_idle_.wait(lock, [this] { return !running_; });
    self = std::move(self_);
  }
  // Posted tasks are destroyed as this queue, in their order.
  CurrentTaskQueueSetter current(this);
  while (!tasks.empty())
    tasks.pop_front();
  delayed.clear();
}

void PooledTaskQueue::PostTaskImpl(Task task,
                                   const PostTaskTraits& /*traits*/,
                                   const webrtc::Location& /*location*/) {
  // The task may be the end of this queue.
  const std::shared_ptr<TaskQueuePool> pool = pool_;
  TaskQueuePool::Lock lock(*pool);
  if (deleted_)
    return;
  tasks_.push_back(std::move(task));
  if (!scheduled_)
    pool->MakeReady(shared_from_this());
}

void PooledTaskQueue::PostDelayedTaskImpl(
    Task task,
    webrtc::TimeDelta delay,
    const PostDelayedTaskTraits& /*traits*/,
    const webrtc::Location& location) {
  if (delay <= webrtc::TimeDelta::Zero()) {
    PostTaskImpl(std::move(task), PostTaskTraits(), location);
    return;
  }
  // Far enough for any caller, near enough not to overflow the clock.
  delay = std::min(delay, webrtc::TimeDelta::Seconds(365 * 24 * 3600));
  auto deadline =
      TaskQueuePool::Clock::now() + std::chrono::microseconds(delay.us());
  const std::shared_ptr<TaskQueuePool> pool = pool_;
  TaskQueuePool::Lock lock(*pool);
  if (deleted_)
    return;
  TaskQueuePool::TimerKey key(deadline, pool->next_sequence_++);
  delayed_.emplace(key, std::move(task));
  pool->AddTimer(key, shared_from_this());
}

void PooledTaskQueue::Run(Task task) {
  CurrentTaskQueueSetter current(this);
  std::move(task)();
  task = nullptr;
}

}  // namespace nlw
