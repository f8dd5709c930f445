#include "native/engine/sockets/packet_timestamps.h"

#include <sys/socket.h>
#include <unistd.h>

namespace nlw {

PacketTimestamps::PacketTimestamps()
    : descriptor_(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
  const int on = 1;
  if (descriptor_ >= 0) {
    setsockopt(descriptor_, SOL_SOCKET, SO_TIMESTAMP, &on, sizeof(on));
  }
}

PacketTimestamps::~PacketTimestamps() {
  if (descriptor_ >= 0) {
    close(descriptor_);
  }
}

}  // namespace nlw
