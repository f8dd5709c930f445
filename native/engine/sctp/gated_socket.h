#ifndef NATIVE_ENGINE_SCTP_GATED_SOCKET_H_
#define NATIVE_ENGINE_SCTP_GATED_SOCKET_H_

#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "api/task_queue/pending_task_safety_flag.h"
#include "native/engine/sctp/message_batch.h"
#include "native/engine/sctp/receive_gate.h"
#include "net/dcsctp/public/dcsctp_socket.h"
#include "net/dcsctp/public/dcsctp_socket_factory.h"
#include "rtc_base/thread.h"

namespace nlw {

// A dcSCTP socket whose peer is slowed down to the pace of JavaScript. dcSCTP
// hands messages on as they come, so the window that it tells the peer never
// closes; here the window in its SACKs is what JavaScript leaves free, and the
// peer is told when it opens again. A stream is reset when its messages are
// sent: dcSCTP drops those that it has not begun. And small messages that are
// sent together leave together (MessageBatch). Network thread.
class GatedSocket : public dcsctp::DcSctpSocketInterface,
                    private dcsctp::DcSctpSocketCallbacks {
 public:
  GatedSocket(rtc::Thread* network, dcsctp::DcSctpSocketCallbacks& callbacks);
  ~GatedSocket() override;

  // Once, before anything else.
  void Open(dcsctp::DcSctpSocketFactory& factory,
            absl::string_view log_prefix,
            std::unique_ptr<dcsctp::PacketObserver> packet_observer,
            const dcsctp::DcSctpOptions& options);

  void ReceivePacket(rtc::ArrayView<const uint8_t> data) override;
  void HandleTimeout(dcsctp::TimeoutID timeout_id) override;
  void Connect() override;
  void RestoreFromState(
      const dcsctp::DcSctpSocketHandoverState& state) override;
  void Shutdown() override;
  void Close() override;
  dcsctp::SocketState state() const override;
  const dcsctp::DcSctpOptions& options() const override;
  void SetMaxMessageSize(size_t max_message_size) override;
  void SetStreamPriority(dcsctp::StreamID stream_id,
                         dcsctp::StreamPriority priority) override;
  dcsctp::StreamPriority GetStreamPriority(
      dcsctp::StreamID stream_id) const override;
  dcsctp::SendStatus Send(dcsctp::DcSctpMessage message,
                          const dcsctp::SendOptions& send_options) override;
  std::vector<dcsctp::SendStatus> SendMany(
      rtc::ArrayView<dcsctp::DcSctpMessage> messages,
      const dcsctp::SendOptions& send_options) override;
  dcsctp::ResetStreamsStatus ResetStreams(
      rtc::ArrayView<const dcsctp::StreamID> outgoing_streams) override;
  size_t buffered_amount(dcsctp::StreamID stream_id) const override;
  size_t buffered_amount_low_threshold(
      dcsctp::StreamID stream_id) const override;
  void SetBufferedAmountLowThreshold(dcsctp::StreamID stream_id,
                                     size_t bytes) override;
  absl::optional<dcsctp::Metrics> GetMetrics() const override;
  dcsctp::HandoverReadinessStatus GetHandoverReadiness() const override;
  absl::optional<dcsctp::DcSctpSocketHandoverState> GetHandoverStateAndClose()
      override;

 private:
  dcsctp::SendPacketStatus SendPacketWithStatus(
      rtc::ArrayView<const uint8_t> data) override;
  std::unique_ptr<dcsctp::Timeout> CreateTimeout(
      webrtc::TaskQueueBase::DelayPrecision precision) override;
  dcsctp::TimeMs TimeMillis() override;
  webrtc::Timestamp Now() override;
  uint32_t GetRandomInt(uint32_t low, uint32_t high) override;
  void OnMessageReceived(dcsctp::DcSctpMessage message) override;
  void OnError(dcsctp::ErrorKind error, absl::string_view message) override;
  void OnAborted(dcsctp::ErrorKind error, absl::string_view message) override;
  void OnConnected() override;
  void OnClosed() override;
  void OnConnectionRestarted() override;
  void OnStreamsResetFailed(
      rtc::ArrayView<const dcsctp::StreamID> outgoing_streams,
      absl::string_view reason) override;
  void OnStreamsResetPerformed(
      rtc::ArrayView<const dcsctp::StreamID> outgoing_streams) override;
  void OnIncomingStreamsReset(
      rtc::ArrayView<const dcsctp::StreamID> incoming_streams) override;
  void OnBufferedAmountLow(dcsctp::StreamID stream_id) override;
  void OnTotalBufferedAmountLow() override;
  void OnLifecycleMessageFullySent(dcsctp::LifecycleId id) override;
  void OnLifecycleMessageExpired(dcsctp::LifecycleId id,
                                 bool maybe_delivered) override;
  void OnLifecycleMessageDelivered(dcsctp::LifecycleId id) override;
  void OnLifecycleEnd(dcsctp::LifecycleId id) override;

  // Sends the last SACK again, with the window as it is now.
  void TellWindow();
  // Resets those of closing_ that have nothing left to send.
  void ResetDrained();

  dcsctp::DcSctpSocketCallbacks& callbacks_;
  std::unique_ptr<dcsctp::DcSctpSocketInterface> socket_;
  std::optional<MessageBatch> batch_;
  std::vector<uint8_t> last_sack_;
  // To be reset once their messages are sent.
  std::set<dcsctp::StreamID> closing_;
  rtc::Thread* const network_;
  webrtc::ScopedTaskSafety safety_;
  const std::shared_ptr<ReceiveGate> gate_;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_SCTP_GATED_SOCKET_H_
