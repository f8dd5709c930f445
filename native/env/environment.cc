#include "native/env/environment.h"

#include <algorithm>
#include <utility>

#include "native/env/handle.h"
#include "native/env/to_napi.h"
#include "rtc_base/time_utils.h"

namespace nlw {

Environment* Environment::Create(Napi::Env env) {
  auto* environment = new Environment(env);
  env.SetInstanceData(environment);
  environment->door_ = JsThread::Open(env, environment);
  if (!environment->door_) {
    throw Napi::Error::New(env, "Node refused a thread-safe function");
  }
  // Registered after the thread-safe function, so it runs before Node's own
  // hook tears that down.
  napi_add_env_cleanup_hook(env, &Environment::CleanUp, environment);
  return environment;
}

Environment& Environment::From(Napi::Env env) {
  return *env.GetInstanceData<Environment>();
}

// The finalizer of instance data, after the clean-up hook.
Environment::~Environment() = default;

void Environment::Start(Napi::Function event,
                        Napi::Function settle,
                        Napi::Float64Array numbers) {
  event_ = Napi::Persistent(event);
  settle_ = Napi::Persistent(settle);
  numbers_array_ = Napi::Persistent(numbers);
  numbers_ = {numbers.Data(), numbers.ElementLength()};
}

Engine& Environment::engine() {
  if (!engine_ && open_) {
    engine_ = Engine::Create();
    if (engine_) {
      operations_ = std::make_shared<OperationQueue>(engine_->signaling());
    }
  }
  if (!engine_) {
    throw Napi::Error::New(env_, open_ ? "libwebrtc could not be started"
                                       : "The environment has ended");
  }
  return *engine_;
}

void Environment::Wait(const char* site,
                       int owner,
                       rtc::FunctionView<void()> call) {
  WaitFor(*engine().signaling(), site, [&] {
    operations_->RunAllOf(owner);
    call();
  });
}

void Environment::WaitAfterAll(const char* site,
                               rtc::FunctionView<void()> call) {
  WaitFor(*engine().signaling(), site, [&] {
    operations_->RunAll();
    call();
  });
}

void Environment::WaitForWorker(const char* site,
                                rtc::FunctionView<void()> call) {
  WaitFor(*engine().worker(), site, call);
}

void Environment::WaitFor(rtc::Thread& thread,
                          const char* site,
                          rtc::FunctionView<void()> call) {
  const int64_t start = rtc::TimeNanos();
  thread.BlockingCall(call);
  waits_.Add(site, rtc::TimeNanos() - start);
}

void Environment::Ref() {
  if (refs_++ == 0) {
    door_->Ref(env_);
  }
}

void Environment::Unref() {
  if (refs_ > 0 && --refs_ == 0) {
    door_->Unref(env_);
  }
}

void Environment::SetClass(NativeKind kind, Napi::Function constructor) {
  classes_[static_cast<size_t>(kind)] = Napi::Persistent(constructor);
}

napi_value Environment::Wrap(const NativeRef& ref) {
  NativeRef copy = ref;
  napi_value external;
  napi_value handle;
  const Napi::FunctionReference& constructor =
      classes_[static_cast<size_t>(ref.kind)];
  if (napi_create_external(env_, &copy, nullptr, nullptr, &external) !=
          napi_ok ||
      napi_new_instance(env_, constructor.Value(), 1, &external, &handle) !=
          napi_ok) {
    return nullptr;
  }
  return handle;
}

void Environment::StopLogging() {
  UnsubscribeFromLog(std::exchange(log_subscription_, 0));
}

void Environment::Add(Handle* handle) {
  handle->older_ = handles_;
  if (handles_ != nullptr) {
    handles_->newer_ = handle;
  }
  handles_ = handle;
}

void Environment::Remove(Handle* handle) {
  if (handle->newer_ != nullptr) {
    handle->newer_->older_ = handle->older_;
  } else if (handles_ == handle) {
    handles_ = handle->older_;
  }
  if (handle->older_ != nullptr) {
    handle->older_->newer_ = handle->newer_;
  }
  handle->newer_ = handle->older_ = nullptr;
}

void Environment::CleanUp(void* environment) {
  static_cast<Environment*>(environment)->Shut();
}

void Environment::Shut() {
  open_ = false;
  StopLogging();
  door_->Shut();
  while (handles_ != nullptr) {
    Handle* newest = handles_;
    Remove(newest);
    newest->OnEnvironmentEnd();
    newest->environment_ = nullptr;
  }
  if (operations_) {
    operations_->Finish();
  }
  engine_.reset();
  event_.Reset();
  settle_.Reset();
  numbers_array_.Reset();
  for (Napi::FunctionReference& constructor : classes_) {
    constructor.Reset();
  }
}

void Environment::OnEvent(int target, const char* type, const Value& payload) {
  Napi::HandleScope scope(env_);
  napi_value number;
  napi_value name;
  if (napi_create_int32(env_, target, &number) == napi_ok &&
      napi_create_string_latin1(env_, type, NAPI_AUTO_LENGTH, &name) ==
          napi_ok) {
    Deliver(event_, {number, name, ToNapi(*this, payload)});
  }
}

void Environment::OnSettled(int request,
                            const Value& error,
                            const Value& value) {
  Napi::HandleScope scope(env_);
  Deliver(settle_,
          {ToNapi(*this, request), ToNapi(*this, error), ToNapi(*this, value)});
}

void Environment::Deliver(const Napi::FunctionReference& function,
                          std::initializer_list<napi_value> arguments) {
  if (function.IsEmpty() || std::find(arguments.begin(), arguments.end(),
                                      nullptr) != arguments.end()) {
    return;
  }
  napi_value undefined;
  napi_value exception;
  bool pending = false;
  if (napi_get_undefined(env_, &undefined) == napi_ok &&
      napi_call_function(env_, undefined, function.Value(), arguments.size(),
                         arguments.begin(),
                         nullptr) == napi_pending_exception &&
      napi_is_exception_pending(env_, &pending) == napi_ok && pending &&
      napi_get_and_clear_last_exception(env_, &exception) == napi_ok) {
    napi_fatal_exception(env_, exception);
  }
}

}  // namespace nlw
