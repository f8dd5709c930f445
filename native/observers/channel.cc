#include "native/observers/channel.h"

#include <string>
#include <utility>

#include "native/convert/enums.h"
#include "native/convert/facts.h"
#include "native/engine/sctp/message_batch.h"
#include "native/engine/thread_check.h"
#include "native/env/target_id.h"

namespace nlw {
namespace {

using webrtc::DataChannelInterface;

// libwebrtc's -1 is the text's null.
Value StreamId(const DataChannelInterface& channel) {
  const int id = channel.id();
  return id < 0 ? Value() : Value(id);
}

}  // namespace

Channel::Channel(rtc::Thread* network,
                 std::shared_ptr<JsThread> door,
                 OnClosed on_closed)
    : network_(network),
      door_(std::move(door)),
      id_(NextTargetId()),
      on_closed_(std::move(on_closed)) {}

Channel::~Channel() = default;

void Channel::Attach(rtc::scoped_refptr<DataChannelInterface> channel,
                     absl::AnyInvocable<void(Value) &&> announce) {
  network_->BlockingCall([&] {
    channel_ = std::move(channel);
    std::move(announce)(Facts());
    channel_->RegisterObserver(this);
  });
}

void Channel::Attach(rtc::scoped_refptr<DataChannelInterface> channel) {
  network_->BlockingCall([&] {
    channel_ = std::move(channel);
    if (channel_->state() != DataChannelInterface::kConnecting) {
      PostState();
    }
    channel_->RegisterObserver(this);
  });
}

void Channel::Fail(const webrtc::RTCError& error) {
  door_->PostEvent(id_, "state",
                   Value::Object{{"state", Name(DataChannelInterface::kClosed)},
                                 {"sctpId", Value()},
                                 {"error", ErrorFact(error)}});
}

Value Channel::Facts() {
  const DataChannelInterface& channel = *channel_;
  return Value::Object{
      {"channel", NativeRef{NativeKind::kDataChannel, shared_from_this()}},
      {"label", channel.label()},
      {"ordered", channel.ordered()},
      {"maxPacketLifeTime", ValueOrNull(channel.maxPacketLifeTime())},
      {"maxRetransmits", ValueOrNull(channel.maxRetransmitsOpt())},
      {"protocol", channel.protocol()},
      {"negotiated", channel.negotiated()},
      {"id", StreamId(channel)},
      {"priority", Name(channel.priority())},
      {"state", Name(channel.state())},
  };
}

void Channel::Release() {
  // Only written here, so this thread may read it. UnregisterObserver waits
  // for the signaling thread when it is called on another one.
  if (!channel_) {
    return;
  }
  channel_->UnregisterObserver();
  rtc::scoped_refptr<DataChannelInterface> channel;
  network_->BlockingCall([&] { channel = std::move(channel_); });
}

void Channel::Send(rtc::ArrayView<const uint8_t> message, bool binary) {
  Outgoing outgoing{.binary = binary, .size = message.size()};
  if (message.size() <= JsThread::kFewBytes) {
    Enqueue(std::move(outgoing), message);
    return;
  }
  outgoing.data.SetData(message.data(), message.size());
  Enqueue(std::move(outgoing));
}

void Channel::Close() {
  Enqueue({.close = true});
}

void Channel::Enqueue(Outgoing outgoing, rtc::ArrayView<const uint8_t> bytes) {
  {
    webrtc::MutexLock lock(&mutex_);
    outgoing_.bytes.insert(outgoing_.bytes.end(), bytes.begin(), bytes.end());
    outgoing_.items.push_back(std::move(outgoing));
    if (draining_) {
      return;
    }
    draining_ = true;
  }
  network_->PostTask([self = shared_from_this()] { self->Drain(); });
}

void Channel::Drain() {
  NLW_DCHECK_RUN_ON(network_);
  Queue outgoing;
  {
    webrtc::MutexLock lock(&mutex_);
    // libwebrtc announces a remote channel before it opens it, and refuses
    // messages until then: they wait for OnStateChange.
    if (channel_ && channel_->state() == DataChannelInterface::kConnecting &&
        !outgoing_.items.empty() && !outgoing_.items.front().close) {
      return;
    }
    std::swap(outgoing, outgoing_);
    draining_ = false;
  }
  const MessageBatch::Scope together;
  const uint8_t* bytes = outgoing.bytes.data();
  // Keeps its memory from one small message to the next.
  webrtc::DataBuffer small{rtc::CopyOnWriteBuffer(), true};
  for (const Outgoing& item : outgoing.items) {
    if (!channel_) {
      return;
    }
    if (item.close) {
      channel_->Close();
      continue;
    }
    // Refused only when the channel is no longer open; what was accepted then
    // stays in bufferedAmount, as the text says.
    if (item.size > JsThread::kFewBytes) {
      channel_->Send({item.data, item.binary});
      continue;
    }
    small.data.SetData(bytes, item.size);
    small.binary = item.binary;
    bytes += item.size;
    channel_->Send(small);
  }
}

void Channel::PostState() {
  door_->PostEvent(id_, "state",
                   Value::Object{{"state", Name(channel_->state())},
                                 {"sctpId", StreamId(*channel_)},
                                 {"error", ErrorFact(channel_->error())}});
}

void Channel::OnStateChange() {
  NLW_DCHECK_RUN_ON(network_);
  FlushSent();
  switch (channel_->state()) {
    case DataChannelInterface::kOpen:
      PostState();
      Drain();
      break;
    case DataChannelInterface::kClosing:
      // On its way to an abrupt end libwebrtc passes through this state; only
      // the closing procedure stays in it.
      network_->PostTask([self = shared_from_this()] {
        if (self->channel_ &&
            self->channel_->state() == DataChannelInterface::kClosing) {
          self->PostState();
        }
      });
      break;
    case DataChannelInterface::kClosed:
      PostState();
      if (on_closed_) {
        std::exchange(on_closed_, nullptr)(id_);
      }
      break;
    case DataChannelInterface::kConnecting:
      break;
  }
}

void Channel::OnMessage(const webrtc::DataBuffer& buffer) {
  NLW_DCHECK_RUN_ON(network_);
  door_->PostMessage(id_, "message", buffer,
                     ReceiveGate::TakeForMessage(buffer.size()));
}

// Sums what leaves within one turn of the network thread, so that many small
// messages cost one task of JavaScript.
void Channel::OnBufferedAmountChange(uint64_t sent_data_size) {
  NLW_DCHECK_RUN_ON(network_);
  sent_ += sent_data_size;
  if (!std::exchange(sent_posted_, true)) {
    network_->PostTask([self = shared_from_this()] {
      self->sent_posted_ = false;
      self->FlushSent();
    });
  }
}

void Channel::FlushSent() {
  if (sent_ > 0) {
    door_->PostEvent(id_, "sent", static_cast<double>(std::exchange(sent_, 0)));
  }
}

}  // namespace nlw
