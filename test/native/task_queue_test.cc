#include <atomic>
#include <chrono>
#include <cstdio>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "api/units/time_delta.h"
#include "native/engine/task_queue_pool.h"
#include "rtc_base/event.h"
#include "rtc_base/time_utils.h"
#include "test/native/check.h"

namespace nlw {
namespace {

using Priority = webrtc::TaskQueueFactory::Priority;
using Queue = std::unique_ptr<webrtc::TaskQueueBase, webrtc::TaskQueueDeleter>;
using webrtc::TaskQueueBase;
using webrtc::TimeDelta;

struct Pool {
  explicit Pool(int threads) : pool(std::make_shared<TaskQueuePool>(threads)) {}
  ~Pool() { pool->Stop(); }
  TaskQueuePool* operator->() const { return pool.get(); }
  const std::shared_ptr<TaskQueuePool> pool;
};

// Calls back when destroyed, wherever a task that holds it ends.
class OnDestroyed {
 public:
  explicit OnDestroyed(std::function<void()> callback)
      : callback_(std::move(callback)) {}
  ~OnDestroyed() { callback_(); }

 private:
  const std::function<void()> callback_;
};

void TasksOfOneQueueRunInOrderAndNeverTogether() {
  std::atomic<int> done{0};
  constexpr int kQueues = 50;
  constexpr int kTasks = 2000;
  Pool pool(4);
  struct State {
    Queue queue;
    std::atomic<bool> inside{false};
    int next = 0;
  };
  std::vector<State> states(kQueues);
  for (State& state : states)
    state.queue = pool->CreateQueue(Priority::NORMAL);

  std::thread posters[2];
  for (int half = 0; half < 2; ++half) {
    posters[half] = std::thread([&, half] {
      for (int i = 0; i < kTasks; ++i) {
        for (int q = half; q < kQueues; q += 2) {
          State* state = &states[q];
          state->queue->PostTask([state, i, &done] {
            CHECK(!state->inside.exchange(true));
            CHECK(state->queue->IsCurrent());
            CHECK(state->next++ == i);
            state->inside = false;
            ++done;
          });
        }
      }
    });
  }
  for (std::thread& poster : posters)
    poster.join();
  CHECK(Eventually([&] { return done == kQueues * kTasks; }));
  CHECK(TaskQueueBase::Current() == nullptr);
}

void DeletionWaitsForTheRunningTaskAndDropsTheRest() {
  Pool pool(4);
  for (int i = 0; i < 200; ++i) {
    Queue queue = pool->CreateQueue(Priority::NORMAL);
    TaskQueueBase* const raw = queue.get();
    rtc::Event running;
    std::atomic<bool> finished{false};
    std::atomic<int> destroyed{0};
    std::atomic<bool> ran_dropped{false};
    queue->PostTask([&] {
      running.Set();
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      finished = true;
    });
    for (int dropped = 0; dropped < 3; ++dropped) {
      auto guard = std::make_unique<OnDestroyed>([&, raw] {
        CHECK(TaskQueueBase::Current() == raw);
        ++destroyed;
      });
      queue->PostTask([&ran_dropped, &finished, guard = std::move(guard)] {
        CHECK(finished);
        ran_dropped = true;
      });
    }
    running.Wait(rtc::Event::kForever);
    queue = nullptr;
    CHECK(finished);
    CHECK(destroyed == 3);
  }
}

void DelayedTasksRunAtTheirTimeInTheirOrder() {
  struct Delayed {
    int64_t delay_us;
    // Between these it is due: posting takes time.
    int64_t due_from_us = 0;
    int64_t due_until_us = 0;
  };
  std::vector<Delayed> tasks = {{60'000}, {30'000}, {90'000}, {0}};
  rtc::Event done;
  std::vector<const Delayed*> order;
  std::atomic<bool> early = false;
  Pool pool(2);
  Queue queue = pool->CreateQueue(Priority::NORMAL);
  for (Delayed& task : tasks) {
    const int64_t from_us = rtc::TimeMicros() + task.delay_us;
    queue->PostDelayedHighPrecisionTask(
        [&, from_us] {
          early = early || rtc::TimeMicros() < from_us;
          order.push_back(&task);
          if (order.size() == tasks.size())
            done.Set();
        },
        TimeDelta::Micros(task.delay_us));
    // What may run at once may overtake what is due, but has not been woken.
    task.due_from_us = task.delay_us == 0 ? 0 : from_us;
    task.due_until_us = rtc::TimeMicros() + task.delay_us;
  }
  CHECK(done.Wait(TimeDelta::Seconds(5)));
  CHECK(!early);
  for (size_t later = 1; later < order.size(); ++later) {
    CHECK(order[later]->due_until_us >= order[later - 1]->due_from_us);
  }
}

void DelayedTasksRunWhileOtherQueuesAreBusy() {
  rtc::Event fired;
  rtc::Event release;
  Pool pool(2);
  Queue busy = pool->CreateQueue(Priority::NORMAL);
  Queue timed = pool->CreateQueue(Priority::NORMAL);
  busy->PostTask([&] { release.Wait(rtc::Event::kForever); });
  timed->PostDelayedTask([&] { fired.Set(); }, TimeDelta::Millis(10));
  CHECK(fired.Wait(TimeDelta::Seconds(5)));
  release.Set();
}

void DeletionDropsDelayedTasks() {
  Pool pool(2);
  Queue queue = pool->CreateQueue(Priority::NORMAL);
  bool destroyed = false;
  auto guard = std::make_unique<OnDestroyed>([&] { destroyed = true; });
  queue->PostDelayedTask([guard = std::move(guard)] { CHECK(false); },
                         TimeDelta::PlusInfinity());
  queue = nullptr;
  CHECK(destroyed);
}

void ATaskMayDeleteItsOwnQueue() {
  rtc::Event done;
  Pool pool(2);
  TaskQueueBase* queue = pool->CreateQueue(Priority::NORMAL).release();
  queue->PostTask([&] {
    queue->Delete();
    done.Set();
  });
  CHECK(done.Wait(TimeDelta::Seconds(5)));
}

void UrgentQueuesGoFirst() {
  rtc::Event release;
  rtc::Event done;
  std::atomic<int> blocked{0};
  std::atomic<bool> high_began{false};
  Pool pool(2);
  Queue blockers[2];
  for (Queue& blocker : blockers) {
    blocker = pool->CreateQueue(Priority::HIGH);
    blocker->PostTask([&] {
      ++blocked;
      release.Wait(rtc::Event::kForever);
    });
  }
  CHECK(Eventually([&] { return blocked == 2; }));
  Queue low = pool->CreateQueue(Priority::LOW);
  Queue high = pool->CreateQueue(Priority::HIGH);
  low->PostTask([&] {
    CHECK(high_began);
    done.Set();
  });
  high->PostTask([&] { high_began = true; });
  // One thread becomes free, and takes the urgent queue although it came last.
  release.Set();
  CHECK(done.Wait(TimeDelta::Seconds(5)));
  release.Set();
}

void ThreadsStartWithWorkAndEndWithThePool() {
  std::atomic<int> done{0};
  const int before = CountThreads();
  Pool pool(4);
  std::vector<Queue> queues;
  for (int i = 0; i < 100; ++i)
    queues.push_back(pool->CreateQueue(Priority::NORMAL));
  CHECK(CountThreads() == before);
  for (Queue& queue : queues)
    queue->PostTask([&] { ++done; });
  CHECK(Eventually([&] { return done == 100; }));
  CHECK(CountThreads() > before && CountThreads() <= before + 4);
  queues.clear();
  pool->Stop();
  CHECK(Eventually([&] { return CountThreads() == before; }));
}

void QueuesComeAndGoUnderLoad() {
  std::atomic<int> alive{0};
  Pool pool(4);
  std::vector<std::thread> users;
  for (int user = 0; user < 4; ++user) {
    users.emplace_back([&] {
      for (int i = 0; i < 500; ++i) {
        Queue queue = pool->CreateQueue(Priority::NORMAL);
        for (int task = 0; task < 10; ++task) {
          ++alive;
          auto guard = std::make_unique<OnDestroyed>([&alive] { --alive; });
          if (task % 2) {
            queue->PostTask([guard = std::move(guard)] {});
          } else {
            queue->PostDelayedHighPrecisionTask([guard = std::move(guard)] {},
                                                TimeDelta::Micros(task * 50));
          }
        }
      }
    });
  }
  for (std::thread& user : users)
    user.join();
  CHECK(Eventually([&] { return alive == 0; }));
}

}  // namespace
}  // namespace nlw

int main() {
  nlw::TasksOfOneQueueRunInOrderAndNeverTogether();
  nlw::DeletionWaitsForTheRunningTaskAndDropsTheRest();
  nlw::DelayedTasksRunAtTheirTimeInTheirOrder();
  nlw::DelayedTasksRunWhileOtherQueuesAreBusy();
  nlw::DeletionDropsDelayedTasks();
  nlw::ATaskMayDeleteItsOwnQueue();
  nlw::UrgentQueuesGoFirst();
  nlw::ThreadsStartWithWorkAndEndWithThePool();
  nlw::QueuesComeAndGoUnderLoad();
  std::puts("task_queue_test: ok");
  return 0;
}
