#ifndef NATIVE_ENGINE_SCTP_ORDERED_TRANSPORT_H_
#define NATIVE_ENGINE_SCTP_ORDERED_TRANSPORT_H_

#include <functional>
#include <memory>

#include "media/sctp/dcsctp_transport.h"

namespace nlw {

// libwebrtc's SCTP transport, which opens its data channels before it tells
// that it is connected. webrtc-pc wants the transport's event first:
// https://w3c.github.io/webrtc-pc/#sctp-transport-connected. Network thread.
class OrderedSctpTransport : public webrtc::DcSctpTransport,
                             private webrtc::DataChannelSink {
 public:
  OrderedSctpTransport(
      rtc::Thread* network,
      rtc::PacketTransportInternal* transport,
      std::unique_ptr<dcsctp::DcSctpSocketFactory> socket_factory);

  void SetOnConnectedCallback(std::function<void()> callback) override;
  void SetDataChannelSink(webrtc::DataChannelSink* sink) override;

 private:
  void OnDataReceived(int channel_id,
                      webrtc::DataMessageType type,
                      const rtc::CopyOnWriteBuffer& buffer) override;
  void OnChannelClosing(int channel_id) override;
  void OnChannelClosed(int channel_id) override;
  void OnReadyToSend() override;
  void OnTransportClosed(webrtc::RTCError error) override;

  // The first time only.
  void TellConnected();

  std::function<void()> connected_;
  webrtc::DataChannelSink* sink_ = nullptr;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_SCTP_ORDERED_TRANSPORT_H_
