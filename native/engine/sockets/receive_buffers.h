#ifndef NATIVE_ENGINE_SOCKETS_RECEIVE_BUFFERS_H_
#define NATIVE_ENGINE_SOCKETS_RECEIVE_BUFFERS_H_

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <array>
#include <cstdint>
#include <memory>

#include "absl/types/optional.h"
#include "api/array_view.h"
#include "api/function_view.h"

namespace nlw {

// Room for one recvmmsg(): many datagrams, each perhaps several of one size
// that the kernel joined (UDP_GRO).
class ReceiveBuffers {
 public:
  struct Datagram {
    rtc::ArrayView<const uint8_t> payload;
    const sockaddr_storage& source;
    // When the kernel took it in, microseconds since the epoch.
    absl::optional<int64_t> arrival_us;
  };

  // Reads what is there, at most one batch; `visit` returns false to stop.
  // The number of messages read, or -1 with errno.
  int Receive(int descriptor, rtc::FunctionView<bool(const Datagram&)> visit);

 private:
  static constexpr size_t kMessages = 16;
  // The largest UDP datagram, and so the largest joined one.
  static constexpr size_t kBytes = 65536;
  // The size of the parts (an int of UDP_GRO), and the time that libwebrtc's
  // socket asks for (SO_TIMESTAMP).
  static constexpr size_t kControlBytes =
      CMSG_SPACE(sizeof(int)) + CMSG_SPACE(sizeof(timeval));

  struct Storage {
    std::array<std::array<uint8_t, kBytes>, kMessages> bytes;
    alignas(cmsghdr)
        std::array<std::array<uint8_t, kControlBytes>, kMessages> control;
    std::array<sockaddr_storage, kMessages> sources;
    std::array<iovec, kMessages> vectors;
    std::array<mmsghdr, kMessages> headers;
  };

  // Made at the first use.
  std::unique_ptr<Storage> storage_;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_SOCKETS_RECEIVE_BUFFERS_H_
