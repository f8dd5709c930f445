#ifndef NATIVE_ENGINE_ICE_TRANSPORT_FACTORY_H_
#define NATIVE_ENGINE_ICE_TRANSPORT_FACTORY_H_

#include <memory>

#include "api/ice_transport_interface.h"
#include "native/engine/ice_transport_listener.h"
#include "rtc_base/thread.h"

namespace nlw {

// libwebrtc's own transports, announced: no observer of a connection learns of
// them. `listener` may be null.
std::unique_ptr<webrtc::IceTransportFactory> CreateIceTransportFactory(
    rtc::Thread* network,
    std::shared_ptr<IceTransportListener> listener);

}  // namespace nlw

#endif  // NATIVE_ENGINE_ICE_TRANSPORT_FACTORY_H_
