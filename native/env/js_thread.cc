#include "native/env/js_thread.h"

#include <algorithm>
#include <utility>

#include "native/napi.h"

namespace nlw {

struct JsThread::Task {
  // Null: a settlement.
  const char* event_type;
  int number;
  Value error;
  Value value;
  ReceiveGate::Credit credit;
};

namespace {

constexpr int kTasksPerTurn = 8;

// The finalizer gives back the reference that the function held.
void Finalize(napi_env, void* data, void*) {
  delete static_cast<std::shared_ptr<JsThread>*>(data);
}

// Null when Node refuses.
napi_threadsafe_function NewFunction(napi_env env,
                                     const std::shared_ptr<JsThread>& door,
                                     napi_threadsafe_function_call_js call) {
  auto* held = new std::shared_ptr<JsThread>(door);
  napi_value name;
  napi_threadsafe_function function;
  if (napi_create_string_utf8(env, "node-libwebrtc", NAPI_AUTO_LENGTH, &name) !=
          napi_ok ||
      napi_create_threadsafe_function(env, nullptr, nullptr, name, 0, 1, held,
                                      Finalize, door.get(), call,
                                      &function) != napi_ok) {
    delete held;
    return nullptr;
  }
  napi_unref_threadsafe_function(env, function);
  return function;
}

}  // namespace

std::shared_ptr<JsThread> JsThread::Open(napi_env env, Receiver* receiver) {
  std::shared_ptr<JsThread> door(new JsThread(receiver));
  napi_threadsafe_function const function =
      NewFunction(env, door, &JsThread::Run);
  napi_threadsafe_function const next_turn =
      NewFunction(env, door, &JsThread::RunNextTurn);
  if (function == nullptr || next_turn == nullptr) {
    return nullptr;
  }
  webrtc::MutexLock lock(&door->mutex_);
  door->function_ = function;
  door->next_turn_ = next_turn;
  door->open_ = true;
  return door;
}

JsThread::JsThread(Receiver* receiver) : receiver_(receiver) {}

JsThread::~JsThread() = default;

void JsThread::PostEvent(int target,
                         const char* type,
                         Value payload,
                         ReceiveGate::Credit credit) {
  Post(std::unique_ptr<Task>(
      new Task{type, target, Value(), std::move(payload), std::move(credit)}));
}

void JsThread::PostSettlement(int request, Value error, Value value) {
  Post(std::unique_ptr<Task>(
      new Task{nullptr, request, std::move(error), std::move(value), {}}));
}

void JsThread::Post(std::unique_ptr<Task> task) {
  webrtc::MutexLock lock(&mutex_);
  if (!open_) {
    return;
  }
  if (waiting_.empty() && (std::this_thread::get_id() != thread_ ||
                           tasks_in_turn_ < kTasksPerTurn)) {
    Call(function_, std::move(task));
    return;
  }
  waiting_.push_back(std::move(task));
  if (waiting_.size() == 1) {
    Call(next_turn_, nullptr);
  }
}

void JsThread::Call(napi_threadsafe_function function,
                    std::unique_ptr<Task> task) {
  if (napi_call_threadsafe_function(function, task.get(),
                                    napi_tsfn_nonblocking) == napi_ok) {
    task.release();
  } else {
    open_ = false;
  }
}

void JsThread::Ref(napi_env env) {
  webrtc::MutexLock lock(&mutex_);
  if (open_) {
    napi_ref_threadsafe_function(env, function_);
  }
}

void JsThread::Unref(napi_env env) {
  webrtc::MutexLock lock(&mutex_);
  if (open_) {
    napi_unref_threadsafe_function(env, function_);
  }
}

void JsThread::Shut() {
  // Outlives the lock: values may be the last to hold what they hold.
  std::deque<std::unique_ptr<Task>> dropped;
  webrtc::MutexLock lock(&mutex_);
  dropped.swap(waiting_);
  open_ = false;
  receiver_ = nullptr;
}

void JsThread::Run(napi_env env, napi_value, void* context, void* data) {
  std::unique_ptr<Task> task(static_cast<Task*>(data));
  // Without an env the function is being torn down and the door may be gone.
  if (env == nullptr) {
    return;
  }
  auto* door = static_cast<JsThread*>(context);
  if (door->receiver_ == nullptr) {
    return;
  }
  door->tasks_in_turn_ = std::min(door->tasks_in_turn_ + 1, kTasksPerTurn);
  if (task->event_type != nullptr) {
    door->receiver_->OnEvent(task->number, task->event_type, task->value);
  } else {
    door->receiver_->OnSettled(task->number, task->error, task->value);
  }
}

void JsThread::RunNextTurn(napi_env env, napi_value, void* context, void*) {
  // As in Run.
  if (env == nullptr) {
    return;
  }
  auto* door = static_cast<JsThread*>(context);
  door->tasks_in_turn_ = 0;
  webrtc::MutexLock lock(&door->mutex_);
  for (; door->open_ && !door->waiting_.empty(); door->waiting_.pop_front()) {
    door->Call(door->function_, std::move(door->waiting_.front()));
  }
}

}  // namespace nlw
