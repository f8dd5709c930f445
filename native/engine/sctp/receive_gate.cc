#include "native/engine/sctp/receive_gate.h"

#include <algorithm>
#include <utility>

namespace nlw {
namespace {

// Of the association whose callback runs on this network thread.
thread_local ReceiveGate* current_gate = nullptr;

}  // namespace

ReceiveGate::Credit::Credit(std::shared_ptr<ReceiveGate> gate, size_t bytes)
    : gate_(std::move(gate)), bytes_(bytes) {
  gate_->pending_ += bytes_;
}

ReceiveGate::Credit::~Credit() {
  if (gate_) {
    gate_->GiveBack(bytes_);
  }
}

ReceiveGate::Credit ReceiveGate::TakeForMessage(size_t bytes) {
  return current_gate == nullptr ? Credit()
                                 : Credit(current_gate->shared_from_this(),
                                          bytes + kMessageOverhead);
}

ReceiveGate::Scope::Scope(ReceiveGate* gate)
    : previous_(std::exchange(current_gate, gate)) {}

ReceiveGate::Scope::~Scope() {
  current_gate = previous_;
}

size_t ReceiveGate::WindowTold(size_t offered) {
  const size_t pending = pending_;
  const size_t free = kWindow - std::min(pending, kWindow);
  if (free < kWindow / 2) {
    narrowed_ = true;
    // What came back since is not lost: whoever gives back next sees the flag.
    if (pending_ <= kWindow / 2) {
      GiveBack(0);
    }
  }
  return std::min(offered, free);
}

void ReceiveGate::GiveBack(size_t bytes) {
  const size_t pending = pending_.fetch_sub(bytes) - bytes;
  if (pending <= kWindow / 2 && narrowed_.exchange(false)) {
    webrtc::MutexLock lock(&mutex_);
    if (reopened_) {
      reopened_();
    }
  }
}

void ReceiveGate::Detach() {
  webrtc::MutexLock lock(&mutex_);
  reopened_ = nullptr;
}

}  // namespace nlw
