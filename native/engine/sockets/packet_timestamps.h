#ifndef NATIVE_ENGINE_SOCKETS_PACKET_TIMESTAMPS_H_
#define NATIVE_ENGINE_SOCKETS_PACKET_TIMESTAMPS_H_

namespace nlw {

// Keeps the kernel's clock of packets on, while it lives. Each of libwebrtc's
// sockets asks for their times (SO_TIMESTAMP); with the first one on a machine
// the kernel changes its own code, and again after the last one, which takes a
// tenth of a millisecond on all cores.
class PacketTimestamps {
 public:
  PacketTimestamps();
  ~PacketTimestamps();

  PacketTimestamps(const PacketTimestamps&) = delete;
  PacketTimestamps& operator=(const PacketTimestamps&) = delete;

 private:
  // A socket that nothing comes to; -1: there is none, and sockets take longer.
  const int descriptor_;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_SOCKETS_PACKET_TIMESTAMPS_H_
