#ifndef NATIVE_ENV_JS_THREAD_H_
#define NATIVE_ENV_JS_THREAD_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "api/array_view.h"
#include "api/data_channel_interface.h"
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
//
// Tasks change threads together: else the one that posts and the one that runs
// them would wait for each other's locks, that of malloc too, at each.
class JsThread {
 public:
  // So many bytes are copied beside what changes threads: cheaper than memory
  // that one thread allocates and another one frees.
  static constexpr size_t kFewBytes = 256;

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

  // Any thread. `type` has static storage.
  void PostEvent(int target, const char* type, Value payload);
  // The same for a message. `credit` is given back when the event has been
  // handled, or dropped.
  void PostMessage(int target,
                   const char* type,
                   const webrtc::DataBuffer& message,
                   ReceiveGate::Credit credit);
  // Any thread. `error` null: fulfilled.
  void PostSettlement(int request, Value error, Value value);

  // JavaScript thread. The event loop stays alive while referenced.
  void Ref(napi_env__* env);
  void Unref(napi_env__* env);

  // JavaScript thread; for good. What is still queued is dropped.
  void Shut();

 private:
  // Where the payload is.
  enum class Payload { kValue, kBytes, kText };
  struct Task {
    // Null: a settlement.
    const char* event_type;
    int number;
    Value error;
    Value value;
    ReceiveGate::Credit credit;
    Payload payload = Payload::kValue;
    // Not kValue: where in the batch's bytes.
    size_t start = 0;
    size_t size = 0;
  };
  struct Batch {
    std::vector<Task> tasks;
    // Of messages of a few bytes.
    std::vector<uint8_t> bytes;

    Value PayloadOf(const Task& task) const;
    void Clear();
    // Of an empty one.
    void Trim();
  };

  explicit JsThread(Receiver* receiver);

  // Whom Node is to call: Run, or RunNextTurn.
  enum class Bell { kTask, kNextTurn };

  // `bytes`: unless the payload is a value.
  void Post(Task task, rtc::ArrayView<const uint8_t> bytes = {});
  // Tells Node so often. Not with `mutex_`: the kernel may let the thread that
  // it wakes run at once, on the same core; that one would only wait for it.
  void Ring(Bell bell, int times) RTC_LOCKS_EXCLUDED(mutex_);

  // The rest is the JavaScript thread's.

  // True while there is something to run. Takes what waits when nothing of the
  // last batch is left; when nothing waits either, the next one to post rings.
  bool Refill();
  // Tells Node of a few of those that are left.
  void TellNode();
  void RunOne();
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
  Batch waiting_ RTC_GUARDED_BY(mutex_);
  // Node does not call by itself: it has to be told of what is posted.
  bool asleep_ RTC_GUARDED_BY(mutex_) = true;

  // One call of Node at a time, and none once it is shut, or Node has refused
  // one: it may have freed the function then.
  webrtc::Mutex bell_mutex_;
  napi_threadsafe_function__* function_ RTC_GUARDED_BY(bell_mutex_) = nullptr;
  // Is called when a turn is over.
  napi_threadsafe_function__* next_turn_ RTC_GUARDED_BY(bell_mutex_) = nullptr;

  Receiver* receiver_;
  Batch taken_;
  // The next one of `taken_`.
  size_t next_ = 0;
  // How often Node will call Run; while asleep, once it is told.
  int told_ = 1;
  // When the first task since the event loop had its turn began.
  std::optional<int64_t> turn_start_us_;
};

}  // namespace nlw

#endif  // NATIVE_ENV_JS_THREAD_H_
