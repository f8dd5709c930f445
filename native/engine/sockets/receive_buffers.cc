#include "native/engine/sockets/receive_buffers.h"

#include <netinet/udp.h>

#include <algorithm>
#include <cstring>

namespace nlw {
namespace {

// The size of the datagrams that were joined into one; 0: it is one.
size_t PartSize(const msghdr& header) {
  for (const cmsghdr* control = CMSG_FIRSTHDR(&header); control != nullptr;
       control = CMSG_NXTHDR(const_cast<msghdr*>(&header),
                             const_cast<cmsghdr*>(control))) {
    if (control->cmsg_level == SOL_UDP && control->cmsg_type == UDP_GRO) {
      int size = 0;
      std::memcpy(&size, CMSG_DATA(control), sizeof(size));
      return size > 0 ? static_cast<size_t>(size) : 0;
    }
  }
  return 0;
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
    size_t part = PartSize(s.headers[i].msg_hdr);
    if (part == 0) {
      part = whole.size();
    }
    size_t offset = 0;
    do {
      const size_t size = std::min(part, whole.size() - offset);
      if (!visit({whole.subview(offset, size), s.sources[i]})) {
        return count;
      }
      offset += size;
    } while (offset < whole.size());
  }
  return count;
}

}  // namespace nlw
