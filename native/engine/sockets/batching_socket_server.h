#ifndef NATIVE_ENGINE_SOCKETS_BATCHING_SOCKET_SERVER_H_
#define NATIVE_ENGINE_SOCKETS_BATCHING_SOCKET_SERVER_H_

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "api/function_view.h"
#include "native/engine/sockets/packet_timestamps.h"
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
//
// libwebrtc's thread looks for tasks when all sockets have been read, which
// may be megabytes. So that a synchronous call of JavaScript does not wait for
// that, tasks run between two packets too.
class BatchingSocketServer : public rtc::PhysicalSocketServer {
 public:
  BatchingSocketServer();
  ~BatchingSocketServer() override;

  // Network thread. Each flushes once, unless removed before.
  void FlushBeforeWait(Flushable* flushable);
  void Remove(Flushable* flushable);
  // What the handling of a socket's event sends leaves when it has ended.
  void HandleEvent(rtc::FunctionView<void()> handler);
  // Between two packets: runs the tasks that wait, when sockets have been read
  // for long. Whoever calls it may be deleted by them.
  void Yield();

  // Shared by all sockets: one reads at a time.
  ReceiveBuffers& receive_buffers() { return receive_buffers_; }

  using rtc::PhysicalSocketServer::Remove;

  bool Wait(webrtc::TimeDelta max_wait_duration, bool process_io) override;
  // Any thread.
  void WakeUp() override;

 private:
  class Waker;

  // Network thread.
  void EndWait();
  void FlushAll();

  std::vector<Flushable*> flushables_;
  bool in_wait_ = false;
  bool in_event_ = false;
  bool yielding_ = false;
  // A task was posted, maybe.
  std::atomic<bool> woken_ = false;
  // Since when sockets have been read; nothing while none is.
  std::optional<int64_t> busy_since_us_;
  ReceiveBuffers receive_buffers_;
  const PacketTimestamps packet_timestamps_;
  std::unique_ptr<Waker> waker_;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_SOCKETS_BATCHING_SOCKET_SERVER_H_
