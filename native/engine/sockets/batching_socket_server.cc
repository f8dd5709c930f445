#include "native/engine/sockets/batching_socket_server.h"

#include <algorithm>
#include <utility>

namespace nlw {

void BatchingSocketServer::FlushBeforeWait(Flushable* flushable) {
  flushables_.push_back(flushable);
}

void BatchingSocketServer::Remove(Flushable* flushable) {
  flushables_.erase(
      std::remove(flushables_.begin(), flushables_.end(), flushable),
      flushables_.end());
}

bool BatchingSocketServer::Wait(webrtc::TimeDelta max_wait_duration,
                                bool process_io) {
  for (Flushable* flushable : std::exchange(flushables_, {})) {
    flushable->Flush();
  }
  return rtc::PhysicalSocketServer::Wait(max_wait_duration, process_io);
}

}  // namespace nlw
