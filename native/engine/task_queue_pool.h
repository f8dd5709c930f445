#ifndef NATIVE_ENGINE_TASK_QUEUE_POOL_H_
#define NATIVE_ENGINE_TASK_QUEUE_POOL_H_

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "api/task_queue/task_queue_base.h"
#include "api/task_queue/task_queue_factory.h"

namespace nlw {

class PooledTaskQueue;

// Threads that run the tasks of many sequenced queues: one thread per queue,
// libwebrtc's default, is four per connection with audio and video. Threads
// start when there is work for them. Every queue must be deleted before the
// pool stops; what is posted afterwards never runs.
class TaskQueuePool : public std::enable_shared_from_this<TaskQueuePool> {
 public:
  // At least two threads: a task may wait for one of another queue.
  explicit TaskQueuePool(int max_threads);
  // After Stop. The last reference may be that of a queue being deleted.
  ~TaskQueuePool() = default;

  TaskQueuePool(const TaskQueuePool&) = delete;
  TaskQueuePool& operator=(const TaskQueuePool&) = delete;

  // Any thread.
  std::unique_ptr<webrtc::TaskQueueBase, webrtc::TaskQueueDeleter> CreateQueue(
      webrtc::TaskQueueFactory::Priority priority);

  // Not from a task. Waits for the running tasks and joins the threads.
  void Stop();

  // What a factory's dependencies want: queues of this pool, which it keeps.
  std::unique_ptr<webrtc::TaskQueueFactory> CreateFactory();

 private:
  friend class PooledTaskQueue;

  using Clock = std::chrono::steady_clock;
  // Deadline and order of posting; unique.
  using TimerKey = std::pair<Clock::time_point, uint64_t>;

  static constexpr int kPriorities = 3;

  // Holds the mutex. Threads that were to be woken are woken when it lets go of
  // it: one that wakes may run at once, on the same core, and would only wait
  // for it.
  class Lock {
   public:
    explicit Lock(TaskQueuePool& pool) : pool_(pool), lock_(pool.mutex_) {}
    ~Lock();

    void Release();
    void Take() { lock_.lock(); }
    std::unique_lock<std::mutex>& get() { return lock_; }

   private:
    TaskQueuePool& pool_;
    std::unique_lock<std::mutex> lock_;
  };

  // The following need `mutex_`.
  void MakeReady(std::shared_ptr<PooledTaskQueue> queue);
  size_t CountReady() const;
  void AddTimer(TimerKey key, std::shared_ptr<PooledTaskQueue> queue);
  void WakeOneFor(size_t work);
  void FireTimers();
  std::shared_ptr<PooledTaskQueue> TakeReady();
  void WaitForWork(Lock& lock);

  void ThreadMain(int index);

  const size_t max_threads_;
  std::mutex mutex_;
  // One idle thread waits for the next timer, the others for work alone.
  std::condition_variable timer_wakeup_;
  std::condition_variable work_wakeup_;
  std::condition_variable queue_idle_;
  std::deque<std::shared_ptr<PooledTaskQueue>> ready_[kPriorities];
  std::map<TimerKey, std::shared_ptr<PooledTaskQueue>> timers_;
  std::vector<std::thread> threads_;
  size_t idle_threads_ = 0;
  // Threads that are to be woken (see Lock).
  size_t wakes_for_work_ = 0;
  bool wakes_for_timer_ = false;
  bool timer_watched_ = false;
  bool stopped_ = false;
  uint64_t next_sequence_ = 0;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_TASK_QUEUE_POOL_H_
