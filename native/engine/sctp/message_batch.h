#ifndef NATIVE_ENGINE_SCTP_MESSAGE_BATCH_H_
#define NATIVE_ENGINE_SCTP_MESSAGE_BATCH_H_

#include <cstddef>
#include <deque>
#include <utility>
#include <vector>

#include "net/dcsctp/public/dcsctp_socket.h"

namespace nlw {

// Small messages that are sent in one turn of the network thread go to dcSCTP
// together: one by one, each would be a packet of its own. Network thread.
class MessageBatch {
 public:
  // While one lives, small messages wait for its end. An inner one does
  // nothing.
  class Scope {
   public:
    Scope();
    ~Scope();
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

   private:
    friend class MessageBatch;

    const bool outermost_;
    std::vector<MessageBatch*> batches_;
  };

  explicit MessageBatch(dcsctp::DcSctpSocketInterface& socket)
      : socket_(socket) {}
  ~MessageBatch();
  MessageBatch(const MessageBatch&) = delete;
  MessageBatch& operator=(const MessageBatch&) = delete;

  // As the socket's Send(); a message that waits counts as sent.
  dcsctp::SendStatus Send(dcsctp::DcSctpMessage message,
                          const dcsctp::SendOptions& options);

  // dcSCTP may have room for what it refused.
  void Retry();

  // Bytes of a stream that dcSCTP does not have yet.
  size_t buffered_amount(dcsctp::StreamID stream) const;

 private:
  bool CanWait(size_t size) const;
  void Flush();

  dcsctp::DcSctpSocketInterface& socket_;
  // That of waiting_, which is empty without one.
  Scope* scope_ = nullptr;
  dcsctp::SendOptions options_;
  std::vector<dcsctp::DcSctpMessage> waiting_;
  size_t waiting_bytes_ = 0;
  // Accepted here, then refused: its buffer was full. They are the next ones.
  std::deque<std::pair<dcsctp::DcSctpMessage, dcsctp::SendOptions>> refused_;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_SCTP_MESSAGE_BATCH_H_
