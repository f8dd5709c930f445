#include "native/engine/sockets/send_batch.h"

#include <netinet/in.h>
#include <netinet/udp.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace nlw {
namespace {

// Of the kernel: UDP_MAX_SEGMENTS, and the largest payload of an IPv4 datagram.
constexpr size_t kMaxSegments = 64;
constexpr size_t kMaxBytes = 65507;
// Messages of one sendmmsg().
constexpr size_t kMaxMessages = 64;

struct Message {
  iovec vector;
  sockaddr_storage address;
  alignas(cmsghdr) std::array<uint8_t, CMSG_SPACE(sizeof(uint16_t))> control;
  size_t packets;
};

void SetSegmentSize(msghdr& header, Message& message, uint16_t size) {
  // Its padding too.
  message.control.fill(0);
  header.msg_control = message.control.data();
  header.msg_controllen = message.control.size();
  cmsghdr* const control = CMSG_FIRSTHDR(&header);
  control->cmsg_level = SOL_UDP;
  control->cmsg_type = UDP_SEGMENT;
  control->cmsg_len = CMSG_LEN(sizeof(size));
  std::memcpy(CMSG_DATA(control), &size, sizeof(size));
}

}  // namespace

void SendBatch::Add(const void* data,
                    size_t size,
                    const rtc::SocketAddress& address) {
  if (addresses_.empty() || addresses_.back() != address) {
    addresses_.push_back(address);
  }
  packets_.push_back({bytes_.size(), size, addresses_.size() - 1});
  const auto* bytes = static_cast<const uint8_t*>(data);
  bytes_.insert(bytes_.end(), bytes, bytes + size);
}

size_t SendBatch::RunLength(size_t first) const {
  if (!segments_) {
    return 1;
  }
  const Packet& head = packets_[first];
  size_t count = 1;
  size_t bytes = head.size;
  while (first + count < packets_.size() && count < kMaxSegments) {
    const Packet& next = packets_[first + count];
    bytes += next.size;
    if (next.address != head.address || next.size > head.size ||
        next.size == 0 || bytes > kMaxBytes) {
      break;
    }
    ++count;
    // Only the last may be shorter.
    if (next.size < head.size) {
      break;
    }
  }
  return count;
}

bool SendBatch::Flush(int descriptor) {
  std::array<Message, kMaxMessages> messages;
  std::array<mmsghdr, kMaxMessages> headers;
  while (first_ < packets_.size()) {
    size_t count = 0;
    for (size_t next = first_; next < packets_.size() && count < kMaxMessages;
         ++count) {
      Message& message = messages[count];
      const Packet& head = packets_[next];
      message.packets = RunLength(next);
      next += message.packets;
      const Packet& last = packets_[next - 1];
      message.vector = {&bytes_[head.offset],
                        last.offset + last.size - head.offset};
      msghdr& header = headers[count].msg_hdr;
      header = {};
      header.msg_name = &message.address;
      header.msg_namelen = static_cast<socklen_t>(
          addresses_[head.address].ToSockAddrStorage(&message.address));
      header.msg_iov = &message.vector;
      header.msg_iovlen = 1;
      if (message.packets > 1) {
        SetSegmentSize(header, message, static_cast<uint16_t>(head.size));
      }
    }
    const int sent = sendmmsg(descriptor, headers.data(),
                              static_cast<unsigned>(count), MSG_DONTWAIT);
    if (sent > 0) {
      for (int i = 0; i < sent; ++i) {
        first_ += messages[i].packets;
      }
    } else if (errno == EAGAIN || errno == EWOULDBLOCK || errno == ENOBUFS) {
      return false;
    } else if (errno == EINTR) {
      continue;
    } else if (messages[0].packets > 1) {
      // Some devices cannot; each leaves alone then.
      segments_ = false;
    } else {
      ++first_;
    }
  }
  Clear();
  return true;
}

void SendBatch::Clear() {
  bytes_.clear();
  packets_.clear();
  addresses_.clear();
  first_ = 0;
}

}  // namespace nlw
