#include "native/engine/sockets/batching_socket_server.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "rtc_base/thread.h"
#include "rtc_base/time_utils.h"

namespace nlw {
namespace {

// Between two looks for tasks; each look is a little work.
constexpr int64_t kMaxBusyUs = 500;

}  // namespace

// Ends a wait from any thread. The base class's own way holds a lock while it
// writes; the kernel may let the thread that wakes run at once, on the same
// core, and that one would wait for the lock first.
class BatchingSocketServer::Waker : public rtc::Dispatcher {
 public:
  explicit Waker(BatchingSocketServer* server)
      : server_(server), descriptor_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
    if (descriptor_ >= 0) {
      server_->Add(this);
    }
  }
  ~Waker() override {
    if (descriptor_ >= 0) {
      server_->Remove(this);
      close(descriptor_);
    }
  }

  void Wake() {
    if (descriptor_ < 0) {
      server_->EndWait();
    } else if (!woken_.exchange(true)) {
      eventfd_write(descriptor_, 1);
    }
  }

  uint32_t GetRequestedEvents() override { return rtc::DE_READ; }
  void OnEvent(uint32_t /* events */, int /* error */) override {
    eventfd_t count;
    eventfd_read(descriptor_, &count);
    // Whoever posts from here on writes anew; what was posted before is seen,
    // since the wait ends.
    woken_ = false;
    server_->EndWait();
  }
  int GetDescriptor() override { return descriptor_; }
  bool IsDescriptorClosed() override { return false; }

 private:
  BatchingSocketServer* const server_;
  const int descriptor_;
  std::atomic<bool> woken_ = false;
};

BatchingSocketServer::BatchingSocketServer()
    : waker_(std::make_unique<Waker>(this)) {}

BatchingSocketServer::~BatchingSocketServer() = default;

void BatchingSocketServer::FlushBeforeWait(Flushable* flushable) {
  flushables_.push_back(flushable);
  // The base class goes on waiting after an event until somebody wakes it.
  if (in_wait_ && !in_event_ && flushables_.size() == 1) {
    EndWait();
  }
}

void BatchingSocketServer::Remove(Flushable* flushable) {
  flushables_.erase(
      std::remove(flushables_.begin(), flushables_.end(), flushable),
      flushables_.end());
}

void BatchingSocketServer::HandleEvent(rtc::FunctionView<void()> handler) {
  if (!busy_since_us_) {
    busy_since_us_ = rtc::TimeMicros();
  }
  const bool outer = std::exchange(in_event_, true);
  handler();
  in_event_ = outer;
  FlushAll();
  Yield();
}

void BatchingSocketServer::Yield() {
  if (!woken_ || rtc::TimeMicros() - *busy_since_us_ < kMaxBusyUs) {
    return;
  }
  woken_ = false;
  yielding_ = true;
  rtc::Thread::Current()->ProcessMessages(0);
  yielding_ = false;
  busy_since_us_ = rtc::TimeMicros();
}

void BatchingSocketServer::WakeUp() {
  woken_ = true;
  waker_->Wake();
}

void BatchingSocketServer::EndWait() {
  rtc::PhysicalSocketServer::WakeUp();
}

bool BatchingSocketServer::Wait(webrtc::TimeDelta max_wait_duration,
                                bool process_io) {
  // There is no task any more, and sockets are being read already.
  if (yielding_) {
    return true;
  }
  FlushAll();
  busy_since_us_.reset();
  const bool outer_wait = std::exchange(in_wait_, true);
  const bool outer_event = std::exchange(in_event_, false);
  const bool result =
      rtc::PhysicalSocketServer::Wait(max_wait_duration, process_io);
  in_wait_ = outer_wait;
  in_event_ = outer_event;
  return result;
}

void BatchingSocketServer::FlushAll() {
  for (Flushable* flushable : std::exchange(flushables_, {})) {
    flushable->Flush();
  }
}

}  // namespace nlw
