#include "native/engine/sctp/message_batch.h"

namespace nlw {
namespace {

using dcsctp::SendStatus;

// Two that are larger do not fit into one packet.
constexpr size_t kLargest = 512;
// Fills several packets: more gains nothing.
constexpr size_t kMostBytes = 16 * 1024;

thread_local MessageBatch::Scope* current_scope = nullptr;

bool Equal(const dcsctp::SendOptions& a, const dcsctp::SendOptions& b) {
  return a.unordered == b.unordered && a.lifetime == b.lifetime &&
         a.max_retransmissions == b.max_retransmissions &&
         a.lifecycle_id == b.lifecycle_id;
}

}  // namespace

MessageBatch::Scope::Scope() : outermost_(current_scope == nullptr) {
  if (outermost_) {
    current_scope = this;
  }
}

MessageBatch::Scope::~Scope() {
  if (!outermost_) {
    return;
  }
  current_scope = nullptr;
  for (MessageBatch* batch : batches_) {
    batch->scope_ = nullptr;
    batch->Flush();
  }
}

MessageBatch::~MessageBatch() {
  if (scope_ != nullptr) {
    std::erase(scope_->batches_, this);
  }
}

bool MessageBatch::CanWait(size_t size) const {
  return current_scope != nullptr && size > 0 && size <= kLargest &&
         size <= socket_.options().max_message_size &&
         socket_.state() == dcsctp::SocketState::kConnected;
}

SendStatus MessageBatch::Send(dcsctp::DcSctpMessage message,
                              const dcsctp::SendOptions& options) {
  const size_t size = message.payload().size();
  const bool waits = CanWait(size);
  if (!waits || waiting_bytes_ + size > kMostBytes ||
      !Equal(options, options_)) {
    Flush();
  }
  if (!refused_.empty()) {
    return SendStatus::kErrorResourceExhaustion;
  }
  if (!waits) {
    return socket_.Send(std::move(message), options);
  }
  if (scope_ == nullptr) {
    scope_ = current_scope;
    scope_->batches_.push_back(this);
  }
  options_ = options;
  waiting_bytes_ += size;
  waiting_.push_back(std::move(message));
  return SendStatus::kSuccess;
}

void MessageBatch::Flush() {
  if (waiting_.empty()) {
    return;
  }
  std::vector<dcsctp::DcSctpMessage> messages = std::exchange(waiting_, {});
  waiting_bytes_ = 0;
  // Takes away those that it accepts.
  const std::vector<SendStatus> statuses = socket_.SendMany(messages, options_);
  for (size_t i = 0; i < messages.size(); ++i) {
    if (statuses[i] == SendStatus::kErrorResourceExhaustion) {
      refused_.emplace_back(std::move(messages[i]), options_);
    }
  }
}

void MessageBatch::Retry() {
  while (!refused_.empty()) {
    auto& [message, options] = refused_.front();
    // Unlike Send(), it leaves the message when it refuses it.
    if (socket_.SendMany(rtc::ArrayView<dcsctp::DcSctpMessage>(&message, 1),
                         options)[0] == SendStatus::kErrorResourceExhaustion) {
      return;
    }
    refused_.pop_front();
  }
}

size_t MessageBatch::buffered_amount(dcsctp::StreamID stream) const {
  size_t bytes = 0;
  for (const dcsctp::DcSctpMessage& message : waiting_) {
    bytes += message.stream_id() == stream ? message.payload().size() : 0;
  }
  for (const auto& [message, options] : refused_) {
    bytes += message.stream_id() == stream ? message.payload().size() : 0;
  }
  return bytes;
}

}  // namespace nlw
