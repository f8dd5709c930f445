#include "native/engine/sctp/sctp_transport_factory.h"

#include <utility>

#include "native/engine/sctp/gated_socket.h"
#include "native/engine/sctp/ordered_transport.h"

namespace nlw {
namespace {

// A peer that lost many packets sends one at a time and waits for each to be
// acknowledged; dcSCTP's own 200 ms would make that seconds.
constexpr dcsctp::DurationMs kAcknowledgeWithin(5);

class GatedSocketFactory : public dcsctp::DcSctpSocketFactory {
 public:
  explicit GatedSocketFactory(rtc::Thread* network) : network_(network) {}

  std::unique_ptr<dcsctp::DcSctpSocketInterface> Create(
      absl::string_view log_prefix,
      dcsctp::DcSctpSocketCallbacks& callbacks,
      std::unique_ptr<dcsctp::PacketObserver> packet_observer,
      const dcsctp::DcSctpOptions& options) override {
    dcsctp::DcSctpOptions ours = options;
    ours.zero_checksum_alternate_error_detection_method =
        dcsctp::ZeroChecksumAlternateErrorDetectionMethod::LowerLayerDtls();
    ours.delayed_ack_max_timeout = kAcknowledgeWithin;
    auto socket = std::make_unique<GatedSocket>(network_, callbacks);
    socket->Open(sockets_, log_prefix, std::move(packet_observer), ours);
    return socket;
  }

 private:
  rtc::Thread* const network_;
  dcsctp::DcSctpSocketFactory sockets_;
};

class SctpTransportFactory : public webrtc::SctpTransportFactoryInterface {
 public:
  explicit SctpTransportFactory(rtc::Thread* network) : network_(network) {}

  std::unique_ptr<cricket::SctpTransportInternal> CreateSctpTransport(
      rtc::PacketTransportInternal* channel) override {
    return std::make_unique<OrderedSctpTransport>(
        network_, channel, std::make_unique<GatedSocketFactory>(network_));
  }

 private:
  rtc::Thread* const network_;
};

}  // namespace

std::unique_ptr<webrtc::SctpTransportFactoryInterface>
CreateSctpTransportFactory(rtc::Thread* network) {
  return std::make_unique<SctpTransportFactory>(network);
}

}  // namespace nlw
