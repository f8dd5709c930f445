#include "native/engine/sctp/gated_socket.h"

#include <utility>

#include "native/engine/sctp/sctp_packet.h"

namespace nlw {

using dcsctp::StreamID;

GatedSocket::GatedSocket(rtc::Thread* network,
                         dcsctp::DcSctpSocketCallbacks& callbacks)
    : callbacks_(callbacks),
      network_(network),
      gate_(
          std::make_shared<ReceiveGate>([this, network, flag = safety_.flag()] {
            network->PostTask(webrtc::SafeTask(flag, [this] { TellWindow(); }));
          })) {}

GatedSocket::~GatedSocket() {
  gate_->Detach();
}

void GatedSocket::Open(dcsctp::DcSctpSocketFactory& factory,
                       absl::string_view log_prefix,
                       std::unique_ptr<dcsctp::PacketObserver> packet_observer,
                       const dcsctp::DcSctpOptions& options) {
  socket_ =
      factory.Create(log_prefix, *this, std::move(packet_observer), options);
  batch_.emplace(*socket_);
}

void GatedSocket::ReceivePacket(rtc::ArrayView<const uint8_t> data) {
  if (gate_->Overrun() && sctp::HasData(data)) {
    const std::vector<uint8_t> control = sctp::WithoutData(data);
    if (!control.empty()) {
      socket_->ReceivePacket(control);
    }
    return;
  }
  socket_->ReceivePacket(data);
}

dcsctp::SendPacketStatus GatedSocket::SendPacketWithStatus(
    rtc::ArrayView<const uint8_t> data) {
  const size_t offset = sctp::WindowOffset(data);
  if (offset == 0) {
    return callbacks_.SendPacketWithStatus(data);
  }
  last_sack_ = sctp::SackOnly(data);
  const size_t offered = sctp::ReadUint32(&data[offset]);
  const size_t told = gate_->WindowTold(offered);
  if (told == offered) {
    return callbacks_.SendPacketWithStatus(data);
  }
  std::vector<uint8_t> packet(data.begin(), data.end());
  sctp::WriteUint32(&packet[offset], static_cast<uint32_t>(told));
  sctp::UpdateChecksum(packet);
  return callbacks_.SendPacketWithStatus(packet);
}

void GatedSocket::TellWindow() {
  const size_t offset = sctp::WindowOffset(last_sack_);
  if (offset == 0 || socket_->state() != dcsctp::SocketState::kConnected) {
    return;
  }
  std::vector<uint8_t> packet = last_sack_;
  const size_t told = gate_->WindowTold(sctp::ReadUint32(&packet[offset]));
  sctp::WriteUint32(&packet[offset], static_cast<uint32_t>(told));
  sctp::UpdateChecksum(packet);
  callbacks_.SendPacketWithStatus(packet);
}

void GatedSocket::OnMessageReceived(dcsctp::DcSctpMessage message) {
  ReceiveGate::Scope scope(gate_.get());
  callbacks_.OnMessageReceived(std::move(message));
}

dcsctp::ResetStreamsStatus GatedSocket::ResetStreams(
    rtc::ArrayView<const StreamID> outgoing_streams) {
  closing_.insert(outgoing_streams.begin(), outgoing_streams.end());
  ResetDrained();
  return dcsctp::ResetStreamsStatus::kPerformed;
}

void GatedSocket::ResetDrained() {
  std::vector<StreamID> drained;
  for (StreamID stream : closing_) {
    if (buffered_amount(stream) == 0) {
      drained.push_back(stream);
    }
  }
  for (StreamID stream : drained) {
    closing_.erase(stream);
  }
  if (!drained.empty()) {
    socket_->ResetStreams(drained);
  }
}

void GatedSocket::OnBufferedAmountLow(StreamID stream_id) {
  batch_->Retry();
  callbacks_.OnBufferedAmountLow(stream_id);
  if (closing_.contains(stream_id)) {
    // Not from inside dcSCTP's callback.
    network_->PostTask(
        webrtc::SafeTask(safety_.flag(), [this] { ResetDrained(); }));
  }
}

void GatedSocket::OnTotalBufferedAmountLow() {
  batch_->Retry();
  callbacks_.OnTotalBufferedAmountLow();
}

dcsctp::SendStatus GatedSocket::Send(dcsctp::DcSctpMessage message,
                                     const dcsctp::SendOptions& send_options) {
  return batch_->Send(std::move(message), send_options);
}

size_t GatedSocket::buffered_amount(StreamID stream_id) const {
  return socket_->buffered_amount(stream_id) +
         batch_->buffered_amount(stream_id);
}

// The rest is handed on as it is.

void GatedSocket::HandleTimeout(dcsctp::TimeoutID timeout_id) {
  socket_->HandleTimeout(timeout_id);
}
void GatedSocket::Connect() {
  socket_->Connect();
}
void GatedSocket::RestoreFromState(
    const dcsctp::DcSctpSocketHandoverState& state) {
  socket_->RestoreFromState(state);
}
void GatedSocket::Shutdown() {
  socket_->Shutdown();
}
void GatedSocket::Close() {
  socket_->Close();
}
dcsctp::SocketState GatedSocket::state() const {
  return socket_->state();
}
const dcsctp::DcSctpOptions& GatedSocket::options() const {
  return socket_->options();
}
void GatedSocket::SetMaxMessageSize(size_t max_message_size) {
  socket_->SetMaxMessageSize(max_message_size);
}
void GatedSocket::SetStreamPriority(StreamID stream_id,
                                    dcsctp::StreamPriority priority) {
  socket_->SetStreamPriority(stream_id, priority);
}
dcsctp::StreamPriority GatedSocket::GetStreamPriority(
    StreamID stream_id) const {
  return socket_->GetStreamPriority(stream_id);
}
std::vector<dcsctp::SendStatus> GatedSocket::SendMany(
    rtc::ArrayView<dcsctp::DcSctpMessage> messages,
    const dcsctp::SendOptions& send_options) {
  return socket_->SendMany(messages, send_options);
}
size_t GatedSocket::buffered_amount_low_threshold(StreamID stream_id) const {
  return socket_->buffered_amount_low_threshold(stream_id);
}
void GatedSocket::SetBufferedAmountLowThreshold(StreamID stream_id,
                                                size_t bytes) {
  socket_->SetBufferedAmountLowThreshold(stream_id, bytes);
}
absl::optional<dcsctp::Metrics> GatedSocket::GetMetrics() const {
  return socket_->GetMetrics();
}
dcsctp::HandoverReadinessStatus GatedSocket::GetHandoverReadiness() const {
  return socket_->GetHandoverReadiness();
}
absl::optional<dcsctp::DcSctpSocketHandoverState>
GatedSocket::GetHandoverStateAndClose() {
  return socket_->GetHandoverStateAndClose();
}

std::unique_ptr<dcsctp::Timeout> GatedSocket::CreateTimeout(
    webrtc::TaskQueueBase::DelayPrecision precision) {
  return callbacks_.CreateTimeout(precision);
}
dcsctp::TimeMs GatedSocket::TimeMillis() {
  return callbacks_.TimeMillis();
}
webrtc::Timestamp GatedSocket::Now() {
  return callbacks_.Now();
}
uint32_t GatedSocket::GetRandomInt(uint32_t low, uint32_t high) {
  return callbacks_.GetRandomInt(low, high);
}
void GatedSocket::OnError(dcsctp::ErrorKind error, absl::string_view message) {
  callbacks_.OnError(error, message);
}
void GatedSocket::OnAborted(dcsctp::ErrorKind error,
                            absl::string_view message) {
  callbacks_.OnAborted(error, message);
}
void GatedSocket::OnConnected() {
  callbacks_.OnConnected();
}
void GatedSocket::OnClosed() {
  callbacks_.OnClosed();
}
void GatedSocket::OnConnectionRestarted() {
  callbacks_.OnConnectionRestarted();
}
void GatedSocket::OnStreamsResetFailed(
    rtc::ArrayView<const StreamID> outgoing_streams,
    absl::string_view reason) {
  callbacks_.OnStreamsResetFailed(outgoing_streams, reason);
}
void GatedSocket::OnStreamsResetPerformed(
    rtc::ArrayView<const StreamID> outgoing_streams) {
  callbacks_.OnStreamsResetPerformed(outgoing_streams);
}
void GatedSocket::OnIncomingStreamsReset(
    rtc::ArrayView<const StreamID> incoming_streams) {
  callbacks_.OnIncomingStreamsReset(incoming_streams);
}
void GatedSocket::OnLifecycleMessageFullySent(dcsctp::LifecycleId id) {
  callbacks_.OnLifecycleMessageFullySent(id);
}
void GatedSocket::OnLifecycleMessageExpired(dcsctp::LifecycleId id,
                                            bool maybe_delivered) {
  callbacks_.OnLifecycleMessageExpired(id, maybe_delivered);
}
void GatedSocket::OnLifecycleMessageDelivered(dcsctp::LifecycleId id) {
  callbacks_.OnLifecycleMessageDelivered(id);
}
void GatedSocket::OnLifecycleEnd(dcsctp::LifecycleId id) {
  callbacks_.OnLifecycleEnd(id);
}

}  // namespace nlw
