#include "native/engine/sockets/receive_buffers.h"

#include <netinet/udp.h>

#include <algorithm>
#include <cstring>

namespace nlw {
namespace {

// What the kernel tells beside the bytes.
struct Control {
  // Of the datagrams that were joined into one; 0: it is one.
  size_t part_size = 0;
  absl::optional<int64_t> arrival_us;
};

Control ReadControl(const msghdr& header) {
  Control result;
  for (const cmsghdr* control = CMSG_FIRSTHDR(&header); control != nullptr;
       control = CMSG_NXTHDR(const_cast<msghdr*>(&header),
                             const_cast<cmsghdr*>(control))) {
    if (control->cmsg_level == SOL_UDP && control->cmsg_type == UDP_GRO) {
      int size = 0;
      std::memcpy(&size, CMSG_DATA(control), sizeof(size));
      result.part_size = size > 0 ? static_cast<size_t>(size) : 0;
    } else if (control->cmsg_level == SOL_SOCKET &&
               control->cmsg_type == SCM_TIMESTAMP) {
      timeval time = {};
      std::memcpy(&time, CMSG_DATA(control), sizeof(time));
      result.arrival_us = int64_t{time.tv_sec} * 1'000'000 + time.tv_usec;
    }
  }
  return result;
}

}  // namespace

int ReceiveBuffers::Receive(int descriptor,
                            rtc::FunctionView<bool(const Datagram&)> visit) {
  if (!storage_) {
    // Left uninitialized: the pages that no datagram reaches cost nothing.
    storage_.reset(new Storage);
  }
  Storage& s = *storage_;
  for (size_t i = 0; i < kMessages; ++i) {
    s.vectors[i] = {s.bytes[i].data(), kBytes};
    msghdr& header = s.headers[i].msg_hdr;
    header = {};
    header.msg_name = &s.sources[i];
    header.msg_namelen = sizeof(s.sources[i]);
    header.msg_iov = &s.vectors[i];
    header.msg_iovlen = 1;
    header.msg_control = s.control[i].data();
    header.msg_controllen = kControlBytes;
  }
  const int count =
      recvmmsg(descriptor, s.headers.data(), kMessages, MSG_DONTWAIT, nullptr);
  for (int i = 0; i < count; ++i) {
    const rtc::ArrayView<const uint8_t> whole(s.bytes[i].data(),
                                              s.headers[i].msg_len);
    const Control control = ReadControl(s.headers[i].msg_hdr);
    const size_t part =
        control.part_size == 0 ? whole.size() : control.part_size;
    size_t offset = 0;
    do {
      const size_t size = std::min(part, whole.size() - offset);
      if (!visit({whole.subview(offset, size), s.sources[i],
                  control.arrival_us})) {
        return count;
      }
      offset += size;
    } while (offset < whole.size());
  }
  return count;
}

}  // namespace nlw
