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

void OperationQueue::Shut() {
  std::deque<Operation> dropped;
  webrtc::MutexLock lock(&mutex_);
  shut_ = true;
  dropped.swap(waiting_);
}

void OperationQueue::PostRunNext() {
  thread_->PostTask([self = shared_from_this()] { self->RunNext(); });
}

void OperationQueue::RunNext() {
  Operation operation;
  {
    webrtc::MutexLock lock(&mutex_);
    if (waiting_.empty()) {
      running_ = false;
      return;
    }
    operation = std::move(waiting_.front());
    waiting_.pop_front();
  }
  std::move(operation)();
  {
    webrtc::MutexLock lock(&mutex_);
    if (waiting_.empty()) {
      running_ = false;
      return;
    }
  }
  PostRunNext();
}

}  // namespace nlw
