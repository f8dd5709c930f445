#ifndef BENCH_NATIVE_FACTORY_H_
#define BENCH_NATIVE_FACTORY_H_

#include <memory>
#include <string>

#include "api/peer_connection_interface.h"
#include "api/scoped_refptr.h"
#include "rtc_base/thread.h"

namespace bench {

// Where connections come from. Lives as long as the process.
class Factory {
 public:
  virtual ~Factory() = default;
  virtual rtc::scoped_refptr<webrtc::PeerConnectionInterface> Connection(
      webrtc::PeerConnectionObserver* observer) = 0;
  virtual rtc::Thread* signaling() const = 0;
};

// "plain": libwebrtc with its own task queues, networks and sockets; "engine":
// the project's engine. Null for other names.
std::unique_ptr<Factory> CreateFactory(const std::string& name);

}  // namespace bench

#endif  // BENCH_NATIVE_FACTORY_H_
