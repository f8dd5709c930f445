#include "native/engine/sctp/ordered_transport.h"

#include <utility>

#include "system_wrappers/include/clock.h"

namespace nlw {

OrderedSctpTransport::OrderedSctpTransport(
    rtc::Thread* network,
    rtc::PacketTransportInternal* transport,
    std::unique_ptr<dcsctp::DcSctpSocketFactory> socket_factory)
    : webrtc::DcSctpTransport(network,
                              transport,
                              webrtc::Clock::GetRealTimeClock(),
                              std::move(socket_factory)) {
  webrtc::DcSctpTransport::SetOnConnectedCallback([this] { TellConnected(); });
}

void OrderedSctpTransport::SetOnConnectedCallback(
    std::function<void()> callback) {
  connected_ = std::move(callback);
}

void OrderedSctpTransport::SetDataChannelSink(webrtc::DataChannelSink* sink) {
  sink_ = sink;
  webrtc::DcSctpTransport::SetDataChannelSink(sink == nullptr ? nullptr : this);
}

void OrderedSctpTransport::TellConnected() {
  if (connected_) {
    std::exchange(connected_, nullptr)();
  }
}

void OrderedSctpTransport::OnReadyToSend() {
  TellConnected();
  if (sink_ != nullptr) {
    sink_->OnReadyToSend();
  }
}

void OrderedSctpTransport::OnDataReceived(
    int channel_id,
    webrtc::DataMessageType type,
    const rtc::CopyOnWriteBuffer& buffer) {
  sink_->OnDataReceived(channel_id, type, buffer);
}

void OrderedSctpTransport::OnChannelClosing(int channel_id) {
  sink_->OnChannelClosing(channel_id);
}

void OrderedSctpTransport::OnChannelClosed(int channel_id) {
  sink_->OnChannelClosed(channel_id);
}

void OrderedSctpTransport::OnTransportClosed(webrtc::RTCError error) {
  sink_->OnTransportClosed(std::move(error));
}

}  // namespace nlw
