#ifndef NATIVE_OBSERVERS_TRANSPORTS_H_
#define NATIVE_OBSERVERS_TRANSPORTS_H_

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "api/dtls_transport_interface.h"
#include "api/peer_connection_interface.h"
#include "api/sctp_transport_interface.h"
#include "native/engine/ice_transport_listener.h"
#include "native/env/js_thread.h"
#include "rtc_base/thread.h"

namespace nlw {

// The ICE, DTLS and SCTP transports of one connection: gives each a number,
// observes it, tells its state. Network thread, but for construction.
class Transports : public IceTransportListener {
 public:
  Transports(rtc::Thread* network, std::shared_ptr<JsThread> door);
  ~Transports() override;

  // Adds the members `transports` and `sctp` of NativeSnapshot. From here on
  // what they name is observed.
  void Describe(webrtc::PeerConnectionInterface& connection,
                const std::vector<std::string>& mids,
                Value::Object& snapshot);

  // No callback comes after it.
  void Release();

 private:
  class Ice;
  class Dtls;
  class Sctp;

  void OnIceTransportCreated(cricket::IceTransportInternal* transport,
                             const std::string& transport_name,
                             int component) override;

  Value Describe(webrtc::DtlsTransportInterface& transport);
  Value Describe(webrtc::SctpTransportInterface& transport);

  rtc::Thread* const network_;
  const std::shared_ptr<JsThread> door_;
  bool released_ = false;
  std::map<const void*, std::unique_ptr<Ice>> ice_;
  std::map<const void*, std::unique_ptr<Dtls>> dtls_;
  std::map<const void*, std::unique_ptr<Sctp>> sctp_;
};

}  // namespace nlw

#endif  // NATIVE_OBSERVERS_TRANSPORTS_H_
