// A peer that closes a channel while its data is still on the way is told "In
// progress", and asks again later: with the same number, as RFC 6525 (section
// 5.2.1) and newer dcSCTP have it, or with the next one, as older dcSCTP. This
// one answers "In progress" for ever when the number is the same: the channel
// stays open, and no other channel of that peer closes either. Here its last
// number is taken back, so that the request is looked at anew. The linker's
// --wrap sends the calls.
#include <utility>

#include "net/dcsctp/packet/parameter/outgoing_ssn_reset_request_parameter.h"
#include "net/dcsctp/socket/stream_reset_handler.h"

namespace {

using dcsctp::OutgoingSSNResetRequestParameter;
using dcsctp::ReconfigRequestSN;
using Handler = dcsctp::StreamResetHandler;
using RequestNumber = dcsctp::UnwrappedSequenceNumber<ReconfigRequestSN>;
using Result = dcsctp::ReconfigurationResponseParameter::Result;

RequestNumber& LastNumber(Handler& handler);
Result& LastResult(Handler& handler);

// An explicit instantiation may name private members.
template <auto kNumber, auto kResult>
struct Reveal {
  friend RequestNumber& LastNumber(Handler& handler) {
    return handler.*kNumber;
  }
  friend Result& LastResult(Handler& handler) { return handler.*kResult; }
};
template struct Reveal<&Handler::last_processed_req_seq_nbr_,
                       &Handler::last_processed_req_result_>;

bool AsksAgain(Handler& handler, const dcsctp::ReConfigChunk& chunk) {
  if (LastResult(handler) != Result::kInProgress) {
    return false;
  }
  const auto request =
      chunk.parameters().get<OutgoingSSNResetRequestParameter>();
  return request &&
         request->request_sequence_number() == LastNumber(handler).Wrap();
}

}  // namespace

extern "C" {

void __real__ZN6dcsctp18StreamResetHandler14HandleReConfigENS_13ReConfigChunkE(
    Handler* handler,
    dcsctp::ReConfigChunk chunk);

void __wrap__ZN6dcsctp18StreamResetHandler14HandleReConfigENS_13ReConfigChunkE(
    Handler* handler,
    dcsctp::ReConfigChunk chunk) {
  if (AsksAgain(*handler, chunk)) {
    RequestNumber& last = LastNumber(*handler);
    last = RequestNumber::AddTo(last, -1);
  }
  __real__ZN6dcsctp18StreamResetHandler14HandleReConfigENS_13ReConfigChunkE(
      handler, std::move(chunk));
}

}  // extern "C"
