#ifndef NATIVE_ENGINE_ICE_TRANSPORT_LISTENER_H_
#define NATIVE_ENGINE_ICE_TRANSPORT_LISTENER_H_

#include <string>

namespace cricket {
class IceTransportInternal;
}

namespace nlw {

// Told about each ICE transport of one connection. The connection holds a
// strong reference until it is destroyed (on the signaling thread), so the
// listener outlives every transport but must not own the connection.
class IceTransportListener {
 public:
  virtual ~IceTransportListener() = default;

  // Network thread, before the transport has gathered anything. `transport`
  // lives until it fires SignalDestroyed, on the network thread too.
  // The single-slot callbacks of `transport` belong to libwebrtc: connect to
  // its sigslot signals only. `component` is 1 for RTP, 2 for RTCP.
  virtual void OnIceTransportCreated(cricket::IceTransportInternal* transport,
                                     const std::string& transport_name,
                                     int component) = 0;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_ICE_TRANSPORT_LISTENER_H_
