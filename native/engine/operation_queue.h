#ifndef NATIVE_ENGINE_OPERATION_QUEUE_H_
#define NATIVE_ENGINE_OPERATION_QUEUE_H_

#include <deque>
#include <memory>

#include "absl/functional/any_invocable.h"
#include "rtc_base/synchronization/mutex.h"
#include "rtc_base/thread.h"
#include "rtc_base/thread_annotations.h"

namespace nlw {

// Asynchronous operations for the signaling thread, in order, one per task of
// that thread. A synchronous call of JavaScript runs after those of its own
// owner (a connection), and waits for one at most of all others that wait here.
class OperationQueue : public std::enable_shared_from_this<OperationQueue> {
 public:
  using Operation = absl::AnyInvocable<void() &&>;

  explicit OperationQueue(rtc::Thread* thread) : thread_(thread) {}

  // Any thread. `owner`: the connection's id.
  void Post(int owner, Operation operation);

  // Its own thread. Runs what waits of this owner.
  void RunAllOf(int owner);
  // Its own thread. Runs what waits.
  void RunAll();

  // Any thread but its own; waits. Runs what waits (a collected connection's
  // end is among it); what comes later is destroyed unrun.
  void Finish();

 private:
  struct Waiting {
    int owner;
    Operation operation;
  };

  // Null when nothing waits: no longer running then if `stop`.
  Operation TakeNext(bool stop);
  // Null when nothing of this owner waits.
  Operation TakeNextOf(int owner);
  void RunNext();
  void PostRunNext();

  rtc::Thread* const thread_;
  webrtc::Mutex mutex_;
  bool shut_ RTC_GUARDED_BY(mutex_) = false;
  bool running_ RTC_GUARDED_BY(mutex_) = false;
  std::deque<Waiting> waiting_ RTC_GUARDED_BY(mutex_);
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_OPERATION_QUEUE_H_
