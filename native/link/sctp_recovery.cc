// dcSCTP stays in Fast Recovery when the retransmission timer expires. Its
// congestion window, one packet then, does not grow before all that was
// outstanding is acknowledged: packet by packet, each acknowledged late, which
// takes a minute when a receiver's buffer overflowed by some hundred packets.
// The timer starts anew, in slow start (RFC 9260, section 7.2.3), so Fast
// Recovery ends here. The linker's --wrap sends the calls.
#include "net/dcsctp/tx/retransmission_queue.h"

namespace {

using Queue = dcsctp::RetransmissionQueue;

absl::optional<dcsctp::UnwrappedTSN>& FastRecoveryExit(Queue& queue);

// An explicit instantiation may name private members.
template <auto kMember>
struct Reveal {
  friend absl::optional<dcsctp::UnwrappedTSN>& FastRecoveryExit(Queue& queue) {
    return queue.*kMember;
  }
};
template struct Reveal<&Queue::fast_recovery_exit_tsn_>;

}  // namespace

extern "C" {

void __real__ZN6dcsctp19RetransmissionQueue22HandleT3RtxTimerExpiryEv(
    Queue* queue);

void __wrap__ZN6dcsctp19RetransmissionQueue22HandleT3RtxTimerExpiryEv(
    Queue* queue) {
  __real__ZN6dcsctp19RetransmissionQueue22HandleT3RtxTimerExpiryEv(queue);
  FastRecoveryExit(*queue) = absl::nullopt;
}

}  // extern "C"
