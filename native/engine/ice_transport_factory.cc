#include "native/engine/ice_transport_factory.h"

#include <string>
#include <utility>

#include "native/engine/thread_check.h"
#include "p2p/base/default_ice_transport_factory.h"

namespace nlw {
namespace {

class AnnouncingIceTransportFactory final : public webrtc::IceTransportFactory {
 public:
  AnnouncingIceTransportFactory(rtc::Thread* network,
                                std::shared_ptr<IceTransportListener> listener)
      : network_(network), listener_(std::move(listener)) {}

  rtc::scoped_refptr<webrtc::IceTransportInterface> CreateIceTransport(
      const std::string& transport_name,
      int component,
      webrtc::IceTransportInit init) override {
    NLW_DCHECK_RUN_ON(network_);
    auto transport =
        default_.CreateIceTransport(transport_name, component, std::move(init));
    if (listener_ && transport) {
      listener_->OnIceTransportCreated(transport->internal(), transport_name,
                                       component);
    }
    return transport;
  }

 private:
  rtc::Thread* const network_;
  webrtc::DefaultIceTransportFactory default_;
  const std::shared_ptr<IceTransportListener> listener_;
};

}  // namespace

std::unique_ptr<webrtc::IceTransportFactory> CreateIceTransportFactory(
    rtc::Thread* network,
    std::shared_ptr<IceTransportListener> listener) {
  return std::make_unique<AnnouncingIceTransportFactory>(network,
                                                         std::move(listener));
}

}  // namespace nlw
