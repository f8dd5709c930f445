#include "native/engine/task_queue_pool.h"

#include <pthread.h>

#include <algorithm>
#include <cstdio>
#include <system_error>

#include "native/engine/pooled_task_queue.h"
#include "rtc_base/checks.h"

namespace nlw {
namespace {

using Priority = webrtc::TaskQueueFactory::Priority;

// Index into the ready lists, most urgent first.
int Rank(Priority priority) {
  switch (priority) {
    case Priority::HIGH:
      return 0;
    case Priority::NORMAL:
      return 1;
    case Priority::LOW:
      return 2;
  }
  return 1;
}

class PooledTaskQueueFactory final : public webrtc::TaskQueueFactory {
 public:
  explicit PooledTaskQueueFactory(std::shared_ptr<TaskQueuePool> pool)
      : pool_(std::move(pool)) {}

  std::unique_ptr<webrtc::TaskQueueBase, webrtc::TaskQueueDeleter>
  CreateTaskQueue(absl::string_view /*name*/,
                  Priority priority) const override {
    return pool_->CreateQueue(priority);
  }

 private:
  const std::shared_ptr<TaskQueuePool> pool_;
};

}  // namespace

TaskQueuePool::Lock::~Lock() {
  if (lock_.owns_lock()) {
    Release();
  }
}

void TaskQueuePool::Lock::Release() {
  size_t for_work = std::exchange(pool_.wakes_for_work_, 0);
  const bool for_timer = std::exchange(pool_.wakes_for_timer_, false);
  lock_.unlock();
  for (; for_work > 0; --for_work) {
    pool_.work_wakeup_.notify_one();
  }
  if (for_timer) {
    pool_.timer_wakeup_.notify_one();
  }
}

TaskQueuePool::TaskQueuePool(int max_threads)
    : max_threads_(std::max(2, max_threads)) {}

std::unique_ptr<webrtc::TaskQueueBase, webrtc::TaskQueueDeleter>
TaskQueuePool::CreateQueue(Priority priority) {
  auto queue =
      std::make_shared<PooledTaskQueue>(shared_from_this(), Rank(priority));
  queue->KeepAlive();
  return std::unique_ptr<webrtc::TaskQueueBase, webrtc::TaskQueueDeleter>(
      queue.get());
}

std::unique_ptr<webrtc::TaskQueueFactory> TaskQueuePool::CreateFactory() {
  return std::make_unique<PooledTaskQueueFactory>(shared_from_this());
}

void TaskQueuePool::Stop() {
  std::vector<std::thread> threads;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    stopped_ = true;
    threads.swap(threads_);
    timer_wakeup_.notify_all();
    work_wakeup_.notify_all();
  }
  for (std::thread& thread : threads)
    thread.join();
  // A queue holds its pool: what was left behind would keep both alive.
  std::lock_guard<std::mutex> lock(mutex_);
  timers_.clear();
  for (auto& list : ready_)
    list.clear();
}

void TaskQueuePool::MakeReady(std::shared_ptr<PooledTaskQueue> queue) {
  queue->scheduled_ = true;
  if (stopped_)
    return;
  ready_[queue->priority_].push_back(std::move(queue));
  WakeOneFor(CountReady());
}

size_t TaskQueuePool::CountReady() const {
  return ready_[0].size() + ready_[1].size() + ready_[2].size();
}

void TaskQueuePool::AddTimer(TimerKey key,
                             std::shared_ptr<PooledTaskQueue> queue) {
  if (stopped_)
    return;
  auto added = timers_.emplace(key, std::move(queue)).first;
  if (added != timers_.begin())
    return;
  if (timer_watched_)
    wakes_for_timer_ = true;
  else
    WakeOneFor(1);
}

// An idle thread takes one piece of work when it wakes, so threads that were
// notified but have not run yet still count as idle.
void TaskQueuePool::WakeOneFor(size_t work) {
  if (work > idle_threads_ && threads_.size() < max_threads_) {
    const int index = static_cast<int>(threads_.size());
    try {
      threads_.emplace_back([this, index] { ThreadMain(index); });
      return;
    } catch (const std::system_error&) {
      RTC_CHECK(!threads_.empty()) << "No thread can be started";
    }
  }
  const size_t watching = timer_watched_ ? 1 : 0;
  if (idle_threads_ > watching)
    ++wakes_for_work_;
  if (work >= idle_threads_)
    wakes_for_timer_ = true;
}

void TaskQueuePool::FireTimers() {
  const Clock::time_point now = Clock::now();
  while (!timers_.empty() && timers_.begin()->first.first <= now) {
    auto timer = timers_.extract(timers_.begin());
    std::shared_ptr<PooledTaskQueue> queue = std::move(timer.mapped());
    auto task = queue->delayed_.extract(timer.key());
    queue->tasks_.push_back(std::move(task.mapped()));
    if (!queue->scheduled_)
      MakeReady(std::move(queue));
  }
}

std::shared_ptr<PooledTaskQueue> TaskQueuePool::TakeReady() {
  for (auto& list : ready_) {
    if (list.empty())
      continue;
    std::shared_ptr<PooledTaskQueue> queue = std::move(list.front());
    list.pop_front();
    return queue;
  }
  return nullptr;
}

void TaskQueuePool::WaitForWork(Lock& lock) {
  ++idle_threads_;
  if (!timers_.empty() && !timer_watched_) {
    timer_watched_ = true;
    // A copy: the timer may be gone before the wait ends.
    const Clock::time_point deadline = timers_.begin()->first.first;
    timer_wakeup_.wait_until(lock.get(), deadline);
    timer_watched_ = false;
  } else {
    work_wakeup_.wait(lock.get());
  }
  --idle_threads_;
}

void TaskQueuePool::ThreadMain(int index) {
  char name[16];
  snprintf(name, sizeof(name), "nlw-pool-%d", index);
  pthread_setname_np(pthread_self(), name);

  Lock lock(*this);
  while (!stopped_) {
    FireTimers();
    std::shared_ptr<PooledTaskQueue> queue = TakeReady();
    if (!queue) {
      WaitForWork(lock);
      continue;
    }
    if (queue->deleted_ || queue->tasks_.empty()) {
      queue->scheduled_ = false;
      // The last reference may be this one, and its end takes no lock.
      lock.Release();
      queue.reset();
      lock.Take();
      continue;
    }
    // What this thread has taken needs no other one.
    wakes_for_work_ = std::min(wakes_for_work_, CountReady());
    // This thread may have been the one that watched the timers.
    if (!timers_.empty() && !timer_watched_)
      WakeOneFor(1);

    PooledTaskQueue::Task task = std::move(queue->tasks_.front());
    queue->tasks_.pop_front();
    queue->running_ = true;
    lock.Release();
    queue->Run(std::move(task));
    lock.Take();
    queue->running_ = false;
    if (queue->deleted_) {
      queue_idle_.notify_all();
      lock.Release();
      queue.reset();
      lock.Take();
    } else if (queue->tasks_.empty()) {
      queue->scheduled_ = false;
    } else {
      // To the end of its list: queues of one rank take turns.
      ready_[queue->priority_].push_back(std::move(queue));
    }
  }
}

}  // namespace nlw
