#include "native/engine/sockets/batching_socket_server.h"

#include <algorithm>
#include <utility>

namespace nlw {

void BatchingSocketServer::FlushBeforeWait(Flushable* flushable) {
  flushables_.push_back(flushable);
  // The base class goes on waiting after an event until somebody wakes it.
  if (in_wait_ && !in_event_ && flushables_.size() == 1) {
    WakeUp();
  }
}

void BatchingSocketServer::Remove(Flushable* flushable) {
  flushables_.erase(
      std::remove(flushables_.begin(), flushables_.end(), flushable),
      flushables_.end());
}

void BatchingSocketServer::HandleEvent(rtc::FunctionView<void()> handler) {
  const bool outer = std::exchange(in_event_, true);
  handler();
  in_event_ = outer;
  FlushAll();
}

bool BatchingSocketServer::Wait(webrtc::TimeDelta max_wait_duration,
                                bool process_io) {
  FlushAll();
  const bool outer_wait = std::exchange(in_wait_, true);
  const bool outer_event = std::exchange(in_event_, false);
  const bool result =
      rtc::PhysicalSocketServer::Wait(max_wait_duration, process_io);
  in_wait_ = outer_wait;
  in_event_ = outer_event;
  return result;
}

void BatchingSocketServer::FlushAll() {
  for (Flushable* flushable : std::exchange(flushables_, {})) {
    flushable->Flush();
  }
}

}  // namespace nlw
