#ifndef NATIVE_ENGINE_SCTP_SCTP_TRANSPORT_FACTORY_H_
#define NATIVE_ENGINE_SCTP_SCTP_TRANSPORT_FACTORY_H_

#include <memory>

#include "api/transport/sctp_transport_factory_interface.h"
#include "rtc_base/thread.h"

namespace nlw {

// libwebrtc's SCTP transport over dcSCTP, with the receive gate (GatedSocket)
// and zero checksums where the peer takes them (RFC 9653): DTLS protects every
// byte already.
std::unique_ptr<webrtc::SctpTransportFactoryInterface>
CreateSctpTransportFactory(rtc::Thread* network);

}  // namespace nlw

#endif  // NATIVE_ENGINE_SCTP_SCTP_TRANSPORT_FACTORY_H_
