#include "native/env/js_thread.h"

#include <algorithm>
#include <utility>

#include "native/napi.h"
#include "rtc_base/time_utils.h"

namespace nlw {

namespace {

// With one Node would leave the turn after each: it looks for more before it
// runs a task, not after.
constexpr int kMaxTold = 4;
constexpr int64_t kTurnUs = 1'000;

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
  {
    webrtc::MutexLock lock(&door->bell_mutex_);
    door->function_ = function;
    door->next_turn_ = next_turn;
  }
  webrtc::MutexLock lock(&door->mutex_);
  door->open_ = true;
  return door;
}

JsThread::JsThread(Receiver* receiver) : receiver_(receiver) {}

JsThread::~JsThread() = default;

void JsThread::PostEvent(int target,
                         const char* type,
                         Value payload,
                         ReceiveGate::Credit credit) {
  Post({type, target, Value(), std::move(payload), std::move(credit)});
}

void JsThread::PostSettlement(int request, Value error, Value value) {
  Post({nullptr, request, std::move(error), std::move(value), {}});
}

void JsThread::Post(Task task) {
  int due;
  {
    webrtc::MutexLock lock(&mutex_);
    if (!open_) {
      return;
    }
    waiting_.push_back(std::move(task));
    due = TakeDue();
  }
  Ring(Bell::kTask, due);
}

int JsThread::TakeDue() {
  if (!open_ || turn_over_) {
    return 0;
  }
  const int waiting = static_cast<int>(waiting_.size());
  const int told = std::exchange(told_, std::min(kMaxTold, waiting));
  return told_ - told;
}

void JsThread::Ring(Bell bell, int times) {
  for (; times > 0; --times) {
    webrtc::MutexLock lock(&bell_mutex_);
    napi_threadsafe_function__*& function =
        bell == Bell::kTask ? function_ : next_turn_;
    if (function != nullptr &&
        napi_call_threadsafe_function(function, nullptr,
                                      napi_tsfn_nonblocking) != napi_ok) {
      function = nullptr;
    }
  }
}

void JsThread::Ref(napi_env env) {
  webrtc::MutexLock lock(&bell_mutex_);
  if (function_ != nullptr) {
    napi_ref_threadsafe_function(env, function_);
  }
}

void JsThread::Unref(napi_env env) {
  webrtc::MutexLock lock(&bell_mutex_);
  if (function_ != nullptr) {
    napi_unref_threadsafe_function(env, function_);
  }
}

void JsThread::Shut() {
  {
    webrtc::MutexLock lock(&bell_mutex_);
    function_ = next_turn_ = nullptr;
  }
  // Outlives the lock: values may be the last to hold what they hold.
  std::deque<Task> dropped;
  webrtc::MutexLock lock(&mutex_);
  dropped.swap(waiting_);
  open_ = false;
  receiver_ = nullptr;
}

void JsThread::Run(napi_env env, napi_value, void* context, void*) {
  // Without an env the function is being torn down and the door may be gone.
  if (env == nullptr) {
    return;
  }
  auto* door = static_cast<JsThread*>(context);
  std::optional<Task> task = door->TakeTask();
  if (!task) {
    return;
  }
  if (!door->turn_start_us_) {
    door->turn_start_us_ = rtc::TimeMicros();
  }
  if (task->event_type != nullptr) {
    door->receiver_->OnEvent(task->number, task->event_type, task->value);
  } else {
    door->receiver_->OnSettled(task->number, task->error, task->value);
  }
  task.reset();
  door->OnRun();
}

std::optional<JsThread::Task> JsThread::TakeTask() {
  webrtc::MutexLock lock(&mutex_);
  // Shut, what waited was dropped.
  if (waiting_.empty()) {
    return std::nullopt;
  }
  --told_;
  std::optional<Task> task(std::move(waiting_.front()));
  waiting_.pop_front();
  return task;
}

void JsThread::OnRun() {
  int due = 0;
  bool turn_over = false;
  {
    webrtc::MutexLock lock(&mutex_);
    if (waiting_.empty()) {
      // Node goes on with the event loop.
      turn_start_us_.reset();
      return;
    }
    if (!turn_over_ && rtc::TimeMicros() - *turn_start_us_ > kTurnUs) {
      turn_over = turn_over_ = true;
    }
    due = TakeDue();
  }
  Ring(Bell::kNextTurn, turn_over ? 1 : 0);
  Ring(Bell::kTask, due);
}

void JsThread::RunNextTurn(napi_env env, napi_value, void* context, void*) {
  // As in Run.
  if (env == nullptr) {
    return;
  }
  auto* door = static_cast<JsThread*>(context);
  door->turn_start_us_.reset();
  int due;
  {
    webrtc::MutexLock lock(&door->mutex_);
    door->turn_over_ = false;
    due = door->TakeDue();
  }
  door->Ring(Bell::kTask, due);
}

}  // namespace nlw
