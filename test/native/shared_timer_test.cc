// Many who wait for the same moments, on one timer.

#include "native/engine/shared_timer.h"

#include <atomic>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

#include "native/engine/task_queue_pool.h"
#include "rtc_base/event.h"
#include "rtc_base/random.h"
#include "rtc_base/time_utils.h"
#include "test/native/check.h"

namespace nlw {
namespace {

constexpr webrtc::TimeDelta kPatience = webrtc::TimeDelta::Seconds(60);

// Counts what is posted.
class CountingQueue : public webrtc::TaskQueueBase {
 public:
  CountingQueue(std::unique_ptr<TaskQueueBase, webrtc::TaskQueueDeleter> queue,
                std::atomic<int>& posted)
      : queue_(std::move(queue)), posted_(posted) {}
  void Delete() override { delete this; }

 private:
  void PostTaskImpl(absl::AnyInvocable<void() &&> task,
                    const PostTaskTraits&,
                    const webrtc::Location&) override {
    ++posted_;
    queue_->PostTask(std::move(task));
  }
  void PostDelayedTaskImpl(absl::AnyInvocable<void() &&> task,
                           webrtc::TimeDelta delay,
                           const PostDelayedTaskTraits&,
                           const webrtc::Location&) override {
    ++posted_;
    queue_->PostDelayedHighPrecisionTask(std::move(task), delay);
  }

  const std::unique_ptr<TaskQueueBase, webrtc::TaskQueueDeleter> queue_;
  std::atomic<int>& posted_;
};

class CountingFactory : public webrtc::TaskQueueFactory {
 public:
  CountingFactory(TaskQueuePool& pool, std::atomic<int>& posted)
      : pool_(pool), posted_(posted) {}
  std::unique_ptr<webrtc::TaskQueueBase, webrtc::TaskQueueDeleter>
  CreateTaskQueue(absl::string_view, Priority priority) const override {
    return std::unique_ptr<webrtc::TaskQueueBase, webrtc::TaskQueueDeleter>(
        new CountingQueue(pool_.CreateQueue(priority), posted_));
  }

 private:
  TaskQueuePool& pool_;
  std::atomic<int>& posted_;
};

struct Timer {
  ~Timer() {
    timer = nullptr;
    pool->Stop();
  }
  SharedTimer* operator->() const { return timer.get(); }

  const std::shared_ptr<TaskQueuePool> pool =
      std::make_shared<TaskQueuePool>(2);
  std::atomic<int> posted = 0;
  std::unique_ptr<SharedTimer> timer =
      std::make_unique<SharedTimer>(CountingFactory(*pool, posted));
};

class Waiter : public SharedTimer::Waiter {
 public:
  explicit Waiter(std::function<void()> on_time)
      : on_time_(std::move(on_time)) {}
  void OnTime() override { on_time_(); }

 private:
  const std::function<void()> on_time_;
};

// Is woken again and again, until it was so often.
class Repeating : public SharedTimer::Waiter {
 public:
  Repeating(SharedTimer& timer, int most) : timer_(timer), most_(most) {}
  void OnTime() override {
    if (++times == most_) {
      done.Set();
    } else {
      timer_.WakeAt(rtc::TimeMicros() + 200, this);
    }
  }

  std::atomic<int> times = 0;
  rtc::Event done;

 private:
  SharedTimer& timer_;
  const int most_;
};

void EachIsWokenAtItsTimeAndInOrder() {
  Timer timer;
  std::vector<int> order;
  bool early = false;
  rtc::Event all;
  rtc::Event all_set;
  Waiter first([&] { all_set.Wait(kPatience); });
  const int64_t start_us = rtc::TimeMicros();
  timer->WakeAt(start_us, &first);
  const std::vector<int64_t> offsets = {30'000, 20'000, 20'000, 10'000, 0, -5};
  std::vector<std::unique_ptr<Waiter>> waiters;
  for (int i = 0; i < static_cast<int>(offsets.size()); ++i) {
    waiters.push_back(std::make_unique<Waiter>([&, i] {
      order.push_back(i);
      early = early || rtc::TimeMicros() < start_us + offsets[i];
      if (order.size() == offsets.size()) {
        all.Set();
      }
    }));
    timer->WakeAt(start_us + offsets[i], waiters.back().get());
  }
  all_set.Set();
  CHECK(all.Wait(kPatience));
  CHECK((order == std::vector<int>{5, 4, 3, 1, 2, 0}));
  CHECK(!early);
}

void AnEarlierTimeDoesNotWaitForALaterOne() {
  Timer timer;
  std::atomic<bool> late = false;
  rtc::Event soon;
  Waiter later([&] { late = true; });
  Waiter earlier([&] { soon.Set(); });
  timer->WakeAt(rtc::TimeMicros() + int64_t{3'600'000'000}, &later);
  timer->WakeAt(rtc::TimeMicros() + 1'000, &earlier);
  CHECK(soon.Wait(kPatience));
  CHECK(!late);
  timer->Forget(&later);
}

void OneMaySetItsNextTimeWhenItIsWoken() {
  Timer timer;
  Repeating waiter(*timer.timer, 100);
  timer->WakeAt(rtc::TimeMicros(), &waiter);
  CHECK(waiter.done.Wait(kPatience));
  CHECK(waiter.times == 100);
  timer->Forget(&waiter);
}

void TimersThatCameToNothingEnd() {
  Timer timer;
  Repeating waiter(*timer.timer, 300);
  const int64_t start_us = rtc::TimeMicros();
  // Each is earlier than what the timer is set to.
  constexpr int kTimes = 20;
  for (int i = kTimes; i > 0; --i) {
    timer->WakeAt(start_us + i * 1'000, &waiter);
  }
  CHECK(waiter.done.Wait(kPatience));
  timer->Forget(&waiter);
  // One for each time, and no more for those whose time had been set twice.
  CHECK(timer.posted <= waiter.times + 2 * kTimes);
}

void ForgettingWaitsForTheCallUnderWay() {
  Timer timer;
  rtc::Event inside;
  rtc::Event go_on(/*manual_reset=*/true, /*initially_signaled=*/false);
  std::atomic<bool> ended = false;
  std::atomic<int> times = 0;
  Waiter waiter([&] {
    ++times;
    inside.Set();
    go_on.Wait(kPatience);
    ended = true;
  });
  Waiter other([&] { ++times; });
  const int64_t now_us = rtc::TimeMicros();
  timer->WakeAt(now_us, &waiter);
  // Due together with the first, and later.
  timer->WakeAt(now_us, &other);
  timer->WakeAt(now_us + 1'000, &other);
  timer->WakeAt(now_us + 1'000, &waiter);
  CHECK(inside.Wait(kPatience));
  std::thread release([&] {
    rtc::Event().Wait(webrtc::TimeDelta::Millis(20));
    CHECK(!ended);
    go_on.Set();
  });
  timer->Forget(&other);
  timer->Forget(&waiter);
  CHECK(ended);
  release.join();
  const int before = times;
  rtc::Event().Wait(webrtc::TimeDelta::Millis(10));
  CHECK(times == before);
}

void ThreadsComeAndGo() {
  Timer timer;
  std::atomic<int> woken = 0;
  std::vector<std::thread> threads;
  for (int seed = 1; seed <= 4; ++seed) {
    threads.emplace_back([&, seed] {
      webrtc::Random random(static_cast<uint64_t>(seed));
      for (int i = 0; i < 500; ++i) {
        // Whoever is woken after this scope touches freed memory.
        auto alive = std::make_unique<int>(0);
        auto waiter = std::make_unique<Waiter>([&woken, at = alive.get()] {
          ++*at;
          ++woken;
        });
        for (int wait = 0; wait < 3; ++wait) {
          timer->WakeAt(rtc::TimeMicros() + random.Rand(0, 300), waiter.get());
        }
        if (i % 5 == 0) {
          rtc::Event().Wait(webrtc::TimeDelta::Millis(1));
        }
        timer->Forget(waiter.get());
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  CHECK(woken > 0);
}

}  // namespace
}  // namespace nlw

int main() {
  nlw::EachIsWokenAtItsTimeAndInOrder();
  nlw::AnEarlierTimeDoesNotWaitForALaterOne();
  nlw::OneMaySetItsNextTimeWhenItIsWoken();
  nlw::TimersThatCameToNothingEnd();
  nlw::ForgettingWaitsForTheCallUnderWay();
  nlw::ThreadsComeAndGo();
  std::puts("shared_timer_test: ok");
  return 0;
}
