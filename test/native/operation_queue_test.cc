// Operations keep their order, and synchronous calls come after their owner's.

#include "native/engine/operation_queue.h"

#include <memory>
#include <string>

#include "rtc_base/event.h"
#include "rtc_base/thread.h"
#include "test/native/check.h"

namespace nlw {
namespace {

struct Bench {
  Bench() : thread(rtc::Thread::Create()) {
    CHECK(thread->Start());
    queue = std::make_shared<OperationQueue>(thread.get());
  }

  // Nothing that is posted after it runs before go_on is set.
  void Hold() {
    queue->Post(0, [this] {
      held.Set();
      go_on.Wait(rtc::Event::kForever);
    });
    held.Wait(rtc::Event::kForever);
  }
  void Post(int owner, char name) {
    queue->Post(owner, [this, name] { order += name; });
  }
  void Finish() { queue->Finish(); }

  std::unique_ptr<rtc::Thread> thread;
  std::shared_ptr<OperationQueue> queue;
  rtc::Event held;
  rtc::Event go_on;
  std::string order;
};

void OperationsRunInOrder() {
  Bench bench;
  bench.Hold();
  for (char name = 'a'; name <= 'z'; ++name) {
    bench.Post(name % 3, name);
  }
  bench.go_on.Set();
  bench.Finish();
  CHECK(bench.order == "abcdefghijklmnopqrstuvwxyz");
}

void ASynchronousCallComesAfterItsOwners() {
  Bench bench;
  bench.Hold();
  bench.Post(1, 'a');
  bench.Post(2, 'b');
  bench.Post(1, 'c');
  bench.Post(2, 'd');
  bench.thread->PostTask([&] {
    bench.queue->RunAllOf(2);
    bench.order += '!';
  });
  bench.go_on.Set();
  bench.Finish();
  CHECK(bench.order == "bd!ac");
}

void NothingRunsOnceItIsFinished() {
  Bench bench;
  bench.Post(1, 'a');
  bench.Finish();
  const auto dropped = std::make_shared<int>();
  bench.queue->Post(1, [dropped] { CHECK(false); });
  CHECK(dropped.use_count() == 1);
  CHECK(bench.order == "a");
}

}  // namespace
}  // namespace nlw

int main() {
  nlw::OperationsRunInOrder();
  nlw::ASynchronousCallComesAfterItsOwners();
  nlw::NothingRunsOnceItIsFinished();
  std::puts("operation_queue_test: ok");
  return 0;
}
