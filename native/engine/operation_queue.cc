#include "native/engine/operation_queue.h"

#include <utility>

namespace nlw {

void OperationQueue::Post(Operation operation) {
  {
    webrtc::MutexLock lock(&mutex_);
    if (shut_) {
      return;
    }
    waiting_.push_back(std::move(operation));
    if (running_) {
      return;
    }
    running_ = true;
  }
  PostRunNext();
}

void OperationQueue::Finish() {
  {
    webrtc::MutexLock lock(&mutex_);
    shut_ = true;
  }
  thread_->BlockingCall([this] {
    while (Operation operation = TakeNext()) {
      std::move(operation)();
    }
  });
}

OperationQueue::Operation OperationQueue::TakeNext() {
  webrtc::MutexLock lock(&mutex_);
  if (waiting_.empty()) {
    running_ = false;
    return nullptr;
  }
  Operation operation = std::move(waiting_.front());
  waiting_.pop_front();
  return operation;
}

void OperationQueue::PostRunNext() {
  thread_->PostTask([self = shared_from_this()] { self->RunNext(); });
}

void OperationQueue::RunNext() {
  if (Operation operation = TakeNext()) {
    std::move(operation)();
    PostRunNext();
  }
}

}  // namespace nlw
