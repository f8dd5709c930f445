#ifndef NATIVE_ENV_JS_THREAD_H_
#define NATIVE_ENV_JS_THREAD_H_

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>

#include "native/engine/sctp/receive_gate.h"
#include "native/env/value.h"
#include "rtc_base/synchronization/mutex.h"
#include "rtc_base/thread_annotations.h"

struct napi_env__;
struct napi_value__;
struct napi_threadsafe_function__;

namespace nlw {

// The one door from libwebrtc's threads to JavaScript: one call of JavaScript
// per task, in the order of posting, so that microtasks run between two tasks
// (W3C's "queue a task"). Shared by everything that posts; harmless once shut.
//
// Node calls a thread-safe function up to a thousand times before timers, I/O
// and finalizers have their turn. So Node is given a few tasks at a time, and
// once they have taken a millisecond none until the event loop's next turn.
class JsThread {
 public:
  // What a task does when it arrives, on the JavaScript thread.
  class Receiver {
   public:
    virtual void OnEvent(int target,
                         const char* type,
                         const Value& payload) = 0;
    virtual void OnSettled(int request,
                           const Value& error,
                           const Value& value) = 0;

   protected:
    virtual ~Receiver() = default;
  };

  // JavaScript thread. `receiver` lives until Shut(). Null when Node refuses.
  static std::shared_ptr<JsThread> Open(napi_env__* env, Receiver* receiver);

  JsThread(const JsThread&) = delete;
  JsThread& operator=(const JsThread&) = delete;
  ~JsThread();

  // Any thread. `type` has static storage. `credit` is given back when the
  // event has been handled, or dropped.
  void PostEvent(int target,
                 const char* type,
                 Value payload,
                 ReceiveGate::Credit credit = {});
  // Any thread. `error` null: fulfilled.
  void PostSettlement(int request, Value error, Value value);

  // JavaScript thread. The event loop stays alive while referenced.
  void Ref(napi_env__* env);
  void Unref(napi_env__* env);

  // JavaScript thread; for good. What is still queued is dropped.
  void Shut();

 private:
  struct Task {
    // Null: a settlement.
    const char* event_type;
    int number;
    Value error;
    Value value;
    ReceiveGate::Credit credit;
  };

  explicit JsThread(Receiver* receiver);

  // Whom Node is to call: Run, or RunNextTurn.
  enum class Bell { kTask, kNextTurn };

  void Post(Task task);
  // Of what waits, how many tasks Node may be told of now; they count as told.
  int TakeDue() RTC_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  // Tells Node so often. Not with `mutex_`: the kernel may let the thread that
  // it wakes run at once, on the same core; that one would only wait for it.
  void Ring(Bell bell, int times) RTC_LOCKS_EXCLUDED(mutex_);
  // JavaScript thread. The next one; nothing when there is none any more.
  std::optional<Task> TakeTask();
  // JavaScript thread. A task has run.
  void OnRun();
  static void Run(napi_env__* env,
                  napi_value__* js_callback,
                  void* context,
                  void* data);
  static void RunNextTurn(napi_env__* env,
                          napi_value__* js_callback,
                          void* context,
                          void* data);

  webrtc::Mutex mutex_;
  bool open_ RTC_GUARDED_BY(mutex_) = false;
  std::deque<Task> waiting_ RTC_GUARDED_BY(mutex_);
  // Of those that wait, how many Node was told of.
  int told_ RTC_GUARDED_BY(mutex_) = 0;
  bool turn_over_ RTC_GUARDED_BY(mutex_) = false;

  // One call of Node at a time, and none once it is shut, or Node has refused
  // one: it may have freed the function then.
  webrtc::Mutex bell_mutex_;
  napi_threadsafe_function__* function_ RTC_GUARDED_BY(bell_mutex_) = nullptr;
  // Is called when a turn is over.
  napi_threadsafe_function__* next_turn_ RTC_GUARDED_BY(bell_mutex_) = nullptr;

  // JavaScript thread.
  Receiver* receiver_;
  // When the first task since the event loop had its turn began. JavaScript
  // thread.
  std::optional<int64_t> turn_start_us_;
};

}  // namespace nlw

#endif  // NATIVE_ENV_JS_THREAD_H_
