#include "native/env/js_thread.h"

#include <string>
#include <utility>

#include "native/napi.h"
#include "rtc_base/time_utils.h"

namespace nlw {

namespace {

// So many tasks run between two looks at the clock and at what waits.
constexpr int kMaxTold = 4;
constexpr int64_t kTurnUs = 1'000;
// What a batch keeps of its memory while nothing comes.
constexpr size_t kKeptTasks = 1'024;
constexpr size_t kKeptBytes = 64 * 1024;

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

Value JsThread::Batch::PayloadOf(const Task& task) const {
  const uint8_t* start = bytes.data() + task.start;
  return task.payload == Payload::kBytes
             ? Value(BytesView{start, task.size})
             : Value(TextView{reinterpret_cast<const char*>(start), task.size});
}

void JsThread::Batch::Clear() {
  tasks.clear();
  bytes.clear();
}

void JsThread::Batch::Trim() {
  if (tasks.capacity() > kKeptTasks) {
    tasks.shrink_to_fit();
  }
  if (bytes.capacity() > kKeptBytes) {
    bytes.shrink_to_fit();
  }
}

void JsThread::PostEvent(int target, const char* type, Value payload) {
  Post({type, target, Value(), std::move(payload), {}});
}

void JsThread::PostMessage(int target,
                           const char* type,
                           const webrtc::DataBuffer& message,
                           ReceiveGate::Credit credit) {
  Task task{type, target, Value(), Value(), std::move(credit)};
  if (message.size() <= kFewBytes) {
    task.payload = message.binary ? Payload::kBytes : Payload::kText;
    Post(std::move(task), message.data);
    return;
  }
  task.value =
      message.binary
          ? Value(message.data)
          : Value(std::string(message.data.cdata<char>(), message.size()));
  Post(std::move(task));
}

void JsThread::PostSettlement(int request, Value error, Value value) {
  Post({nullptr, request, std::move(error), std::move(value), {}});
}

void JsThread::Post(Task task, rtc::ArrayView<const uint8_t> bytes) {
  {
    webrtc::MutexLock lock(&mutex_);
    if (!open_) {
      return;
    }
    task.start = waiting_.bytes.size();
    task.size = bytes.size();
    waiting_.bytes.insert(waiting_.bytes.end(), bytes.begin(), bytes.end());
    waiting_.tasks.push_back(std::move(task));
    if (!std::exchange(asleep_, false)) {
      return;
    }
  }
  Ring(Bell::kTask, 1);
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
  // Outlive the lock: values may be the last to hold what they hold.
  const Batch taken = std::exchange(taken_, {});
  Batch waiting;
  next_ = 0;
  receiver_ = nullptr;
  webrtc::MutexLock lock(&mutex_);
  std::swap(waiting, waiting_);
  open_ = false;
}

bool JsThread::Refill() {
  if (next_ < taken_.tasks.size()) {
    return true;
  }
  taken_.Clear();
  next_ = 0;
  webrtc::MutexLock lock(&mutex_);
  std::swap(taken_, waiting_);
  asleep_ = taken_.tasks.empty();
  if (asleep_) {
    taken_.Trim();
    waiting_.Trim();
  }
  return !asleep_;
}

void JsThread::TellNode() {
  const size_t left = taken_.tasks.size() - next_;
  told_ = left < kMaxTold ? static_cast<int>(left) : kMaxTold;
  Ring(Bell::kTask, told_);
}

void JsThread::Run(napi_env env, napi_value, void* context, void*) {
  // Without an env the function is being torn down and the door may be gone.
  if (env == nullptr) {
    return;
  }
  auto* door = static_cast<JsThread*>(context);
  --door->told_;
  // Nothing: shut, what waited was dropped.
  if (!door->Refill()) {
    return;
  }
  if (!door->turn_start_us_) {
    door->turn_start_us_ = rtc::TimeMicros();
  }
  door->RunOne();
  if (door->told_ > 0) {
    return;
  }
  if (!door->Refill()) {
    // Node goes on with the event loop.
    door->turn_start_us_.reset();
    door->told_ = 1;
  } else if (rtc::TimeMicros() - *door->turn_start_us_ > kTurnUs) {
    door->Ring(Bell::kNextTurn, 1);
  } else {
    door->TellNode();
  }
}

void JsThread::RunOne() {
  // Taken out: JavaScript may end its thread in the middle.
  const Task task = std::move(taken_.tasks[next_++]);
  if (task.event_type == nullptr) {
    receiver_->OnSettled(task.number, task.error, task.value);
  } else if (task.payload == Payload::kValue) {
    receiver_->OnEvent(task.number, task.event_type, task.value);
  } else {
    receiver_->OnEvent(task.number, task.event_type, taken_.PayloadOf(task));
  }
}

void JsThread::RunNextTurn(napi_env env, napi_value, void* context, void*) {
  // As in Run.
  if (env == nullptr) {
    return;
  }
  auto* door = static_cast<JsThread*>(context);
  door->turn_start_us_.reset();
  door->TellNode();
}

}  // namespace nlw
