#ifndef NATIVE_ENV_ENVIRONMENT_H_
#define NATIVE_ENV_ENVIRONMENT_H_

#include <array>
#include <initializer_list>
#include <memory>

#include "api/array_view.h"
#include "native/engine/engine.h"
#include "native/engine/logging.h"
#include "native/engine/operation_queue.h"
#include "native/env/js_thread.h"
#include "native/env/waits.h"
#include "native/napi.h"

namespace nlw {

class Handle;

// What the addon keeps per Node environment (main thread or Worker): the door,
// the engine, the list of open handles. JavaScript thread, but for door().
class Environment : public JsThread::Receiver {
 public:
  // Makes it the environment's instance data.
  static Environment* Create(Napi::Env env);
  static Environment& From(Napi::Env env);

  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;
  ~Environment();

  // The two functions of lib/internal that every task ends in, and what
  // LateFacts write numbers into: kSharedNumbers of them.
  void Start(Napi::Function event,
             Napi::Function settle,
             Napi::Float64Array numbers);
  rtc::ArrayView<double> numbers() const { return numbers_; }

  // Shared with everything that posts; shut when the environment ends.
  const std::shared_ptr<JsThread>& door() const { return door_; }

  // Started at first use. Throws a JavaScript Error when it cannot be.
  Engine& engine();
  Engine* engine_if_started() const { return engine_.get(); }
  // Of the engine's signaling thread. Not before engine().
  OperationQueue& operations() { return *operations_; }

  // Runs `call` on the signaling thread, after the operations that `owner`, a
  // connection's id, or 0, has posted before, and waits: for the standard's
  // synchronous calls only. `site` names the call in the counter of waits.
  void Wait(const char* site, int owner, rtc::FunctionView<void()> call);
  // After the operations of all owners.
  void WaitAfterAll(const char* site, rtc::FunctionView<void()> call);
  // The same on the worker thread, that of media, in no order with operations.
  void WaitForWorker(const char* site, rtc::FunctionView<void()> call);

  void Ref();
  void Unref();

  Napi::Env env() const { return env_; }
  Waits& waits() { return waits_; }
  // True until the environment's clean-up hook ran.
  bool open() const { return open_; }

  // The class of the handles of this kind; its constructor is called with an
  // external NativeRef and must not keep the pointer.
  void SetClass(NativeKind kind, Napi::Function constructor);
  // Null when JavaScript cannot run any more.
  napi_value Wrap(const NativeRef& ref);

  // 0: none.
  void set_log_subscription(LogSubscription subscription) {
    log_subscription_ = subscription;
  }
  void StopLogging();

  // Handles hold libwebrtc's objects and are closed, newest first, at the end.
  void Add(Handle* handle);
  void Remove(Handle* handle);

 private:
  explicit Environment(Napi::Env env) : env_(env) {}

  static void CleanUp(void* environment);
  void Shut();

  void OnEvent(int target, const char* type, const Value& payload) override;
  void OnSettled(int request, const Value& error, const Value& value) override;
  void WaitFor(rtc::Thread& thread,
               const char* site,
               rtc::FunctionView<void()> call);
  // What the function throws is an uncaught exception. Drops the task when an
  // argument is null: JavaScript cannot run any more, or a fact is gone.
  void Deliver(const Napi::FunctionReference& function,
               std::initializer_list<napi_value> arguments);

  Napi::Env env_;
  std::shared_ptr<JsThread> door_;
  std::unique_ptr<Engine> engine_;
  std::shared_ptr<OperationQueue> operations_;
  Waits waits_;
  Napi::FunctionReference event_;
  Napi::FunctionReference settle_;
  // Keeps the memory of `numbers_`.
  Napi::Reference<Napi::Float64Array> numbers_array_;
  rtc::ArrayView<double> numbers_;
  // Newest first.
  Handle* handles_ = nullptr;
  std::array<Napi::FunctionReference, kNativeKinds> classes_;
  LogSubscription log_subscription_ = 0;
  int refs_ = 0;
  bool open_ = true;
};

}  // namespace nlw

#endif  // NATIVE_ENV_ENVIRONMENT_H_
