#include "native/engine/operation_queue.h"

#include <algorithm>
#include <utility>

#include "native/engine/thread_check.h"

namespace nlw {

void OperationQueue::Post(int owner, Operation operation) {
  {
    webrtc::MutexLock lock(&mutex_);
    if (shut_) {
      return;
    }
    waiting_.push_back({owner, std::move(operation)});
    if (running_) {
      return;
    }
    running_ = true;
  }
  PostRunNext();
}

void OperationQueue::RunAllOf(int owner) {
  NLW_DCHECK_RUN_ON(thread_);
  while (Operation operation = TakeNextOf(owner)) {
    std::move(operation)();
  }
}

void OperationQueue::RunAll() {
  NLW_DCHECK_RUN_ON(thread_);
  while (Operation operation = TakeNext(/*stop=*/false)) {
    std::move(operation)();
  }
}

void OperationQueue::Finish() {
  {
    webrtc::MutexLock lock(&mutex_);
    shut_ = true;
  }
  thread_->BlockingCall([this] { RunAll(); });
}

OperationQueue::Operation OperationQueue::TakeNext(bool stop) {
  webrtc::MutexLock lock(&mutex_);
  if (waiting_.empty()) {
    running_ = running_ && !stop;
    return nullptr;
  }
  Operation operation = std::move(waiting_.front().operation);
  waiting_.pop_front();
  return operation;
}

OperationQueue::Operation OperationQueue::TakeNextOf(int owner) {
  webrtc::MutexLock lock(&mutex_);
  const auto found =
      std::find_if(waiting_.begin(), waiting_.end(),
                   [&](const Waiting& item) { return item.owner == owner; });
  if (found == waiting_.end()) {
    return nullptr;
  }
  Operation operation = std::move(found->operation);
  waiting_.erase(found);
  return operation;
}

void OperationQueue::PostRunNext() {
  thread_->PostTask([self = shared_from_this()] { self->RunNext(); });
}

void OperationQueue::RunNext() {
  if (Operation operation = TakeNext(/*stop=*/true)) {
    std::move(operation)();
    PostRunNext();
  }
}

}  // namespace nlw
