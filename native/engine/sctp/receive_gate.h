#ifndef NATIVE_ENGINE_SCTP_RECEIVE_GATE_H_
#define NATIVE_ENGINE_SCTP_RECEIVE_GATE_H_

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <utility>

#include "rtc_base/synchronization/mutex.h"
#include "rtc_base/thread_annotations.h"

namespace nlw {

// Counts what one SCTP association has received and JavaScript has not yet
// handled. Credits are taken on the network thread and given back on any.
class ReceiveGate : public std::enable_shared_from_this<ReceiveGate> {
 public:
  // While this much waits, the peer is told that the window is closed; a peer
  // that sends on all the same has its data dropped (and not acknowledged)
  // from twice as much on.
  static constexpr size_t kWindow = 4 * 1024 * 1024;
  // What a message costs beside its bytes, so that many empty ones count too.
  static constexpr size_t kMessageOverhead = 512;

  // Returns its bytes when it is destroyed.
  class Credit {
   public:
    Credit() = default;
    Credit(std::shared_ptr<ReceiveGate> gate, size_t bytes);
    Credit(Credit&&) noexcept = default;
    Credit& operator=(Credit&&) = delete;
    ~Credit();

   private:
    std::shared_ptr<ReceiveGate> gate_;
    size_t bytes_ = 0;
  };

  // `reopened`: runs under a lock, on the thread that gives back the credit,
  // when half of the window is free again after WindowTold() said less.
  explicit ReceiveGate(std::function<void()> reopened)
      : reopened_(std::move(reopened)) {}

  // The association ends; `reopened` does not run any more. Credits may stay.
  void Detach();

  // Network thread. For a message that is on its way to JavaScript, inside the
  // association's callback; without an association it counts nothing.
  static Credit TakeForMessage(size_t bytes);

  // Makes the gate that of TakeForMessage while it lives. Network thread.
  class Scope {
   public:
    explicit Scope(ReceiveGate* gate);
    ~Scope();
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

   private:
    ReceiveGate* const previous_;
  };

  // The window to tell the peer, at most `offered`. Network thread.
  size_t WindowTold(size_t offered);
  // True when the peer has ignored the window.
  bool Overrun() const { return pending_ > 2 * kWindow; }

 private:
  void GiveBack(size_t bytes);

  webrtc::Mutex mutex_;
  std::function<void()> reopened_ RTC_GUARDED_BY(mutex_);
  std::atomic<size_t> pending_ = 0;
  std::atomic<bool> narrowed_ = false;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_SCTP_RECEIVE_GATE_H_
