#ifndef NATIVE_ENGINE_SOCKETS_BATCHING_SOCKET_SERVER_H_
#define NATIVE_ENGINE_SOCKETS_BATCHING_SOCKET_SERVER_H_

#include <vector>

#include "api/function_view.h"
#include "native/engine/sockets/receive_buffers.h"
#include "rtc_base/physical_socket_server.h"

namespace nlw {

// Something with packets to send before the network thread waits.
class Flushable {
 public:
  virtual void Flush() = 0;

 protected:
  virtual ~Flushable() = default;
};

// The network thread's socket server. What its sockets were given to send
// leaves together when the thread has nothing else to do, or at the end of the
// event that caused it.
class BatchingSocketServer : public rtc::PhysicalSocketServer {
 public:
  // Network thread. Each flushes once, unless removed before.
  void FlushBeforeWait(Flushable* flushable);
  void Remove(Flushable* flushable);
  // What the handling of a socket's event sends leaves when it has ended.
  void HandleEvent(rtc::FunctionView<void()> handler);

  // Shared by all sockets: one reads at a time.
  ReceiveBuffers& receive_buffers() { return receive_buffers_; }

  using rtc::PhysicalSocketServer::Remove;

  bool Wait(webrtc::TimeDelta max_wait_duration, bool process_io) override;

 private:
  void FlushAll();

  std::vector<Flushable*> flushables_;
  bool in_wait_ = false;
  bool in_event_ = false;
  ReceiveBuffers receive_buffers_;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_SOCKETS_BATCHING_SOCKET_SERVER_H_
