#include "native/engine/ice_transport_factory.h"

#include <string>
#include <utility>

#include "p2p/base/default_ice_transport_factory.h"

namespace nlw {
namespace {

class AnnouncingIceTransportFactory final : public webrtc::IceTransportFactory {
 public:
  explicit AnnouncingIceTransportFactory(
      std::shared_ptr<IceTransportListener> listener)
      : listener_(std::move(listener)) {}

  // Network thread.
  rtc::scoped_refptr<webrtc::IceTransportInterface> CreateIceTransport(
      const std::string& transport_name,
      int component,
      webrtc::IceTransportInit init) override {
    auto transport =
        default_.CreateIceTransport(transport_name, component, std::move(init));
    if (listener_ && transport) {
      listener_->OnIceTransportCreated(transport->internal(), transport_name,
                                       component);
    }
    return transport;
  }

 private:
  webrtc::DefaultIceTransportFactory default_;
  const std::shared_ptr<IceTransportListener> listener_;
};

}  // namespace

std::unique_ptr<webrtc::IceTransportFactory> CreateIceTransportFactory(
    std::shared_ptr<IceTransportListener> listener) {
  return std::make_unique<AnnouncingIceTransportFactory>(std::move(listener));
}

}  // namespace nlw
