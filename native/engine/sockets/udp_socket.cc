#include "native/engine/sockets/udp_socket.h"

#include <netinet/udp.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "rtc_base/network/sent_packet.h"
#include "rtc_base/time_utils.h"

namespace nlw {
namespace {

// What may wait for a system that takes no more; beyond it packets are dropped
// as by a full send buffer.
constexpr size_t kMaxWaitingBytes = 256 * 1024;
// Bytes; the system may allow less. A burst of SCTP must not be lost here.
constexpr int kBufferSize = 1024 * 1024;
// So many datagrams at once are bulk.
constexpr int kBulk = 4;

}  // namespace

// libwebrtc's socket, for all but reading and sending.
class UdpSocket::Descriptor : public rtc::SocketDispatcher {
 public:
  explicit Descriptor(rtc::PhysicalSocketServer* server)
      : rtc::SocketDispatcher(server) {}

  void set_owner(UdpSocket* owner) { owner_ = owner; }

  // Asked for again by AwaitWritable; the wish to read stays.
  void OnEvent(uint32_t events, int /* error */) override {
    if ((events & rtc::DE_WRITE) != 0) {
      DisableEvents(rtc::DE_WRITE);
      owner_->OnWritable();
    }
    if ((events & rtc::DE_READ) != 0) {
      owner_->server_->HandleEvent([this] { owner_->OnReadable(); });
    }
  }

  void AwaitWritable() { EnableEvents(rtc::DE_WRITE); }

 private:
  UdpSocket* owner_ = nullptr;
};

std::unique_ptr<UdpSocket> UdpSocket::Create(BatchingSocketServer* server,
                                             const rtc::SocketAddress& address,
                                             uint16_t min_port,
                                             uint16_t max_port) {
  auto descriptor = std::make_unique<Descriptor>(server);
  if (!descriptor->Create(address.family(), SOCK_DGRAM)) {
    return nullptr;
  }
  int result = -1;
  if (min_port == 0 && max_port == 0) {
    result = descriptor->Bind(address);
  }
  for (int port = min_port; result < 0 && port != 0 && port <= max_port;
       ++port) {
    result = descriptor->Bind(rtc::SocketAddress(address.ipaddr(), port));
  }
  if (result < 0) {
    return nullptr;
  }
  descriptor->SetOption(rtc::Socket::OPT_RCVBUF, kBufferSize);
  descriptor->SetOption(rtc::Socket::OPT_SNDBUF, kBufferSize);
  return std::unique_ptr<UdpSocket>(
      new UdpSocket(server, std::move(descriptor)));
}

UdpSocket::UdpSocket(BatchingSocketServer* server,
                     std::unique_ptr<Descriptor> descriptor)
    : server_(server),
      descriptor_(std::move(descriptor)),
      local_address_(descriptor_->GetLocalAddress()) {
  descriptor_->set_owner(this);
}

UdpSocket::~UdpSocket() {
  if (destroyed_ != nullptr) {
    *destroyed_ = true;
  }
  Close();
}

int UdpSocket::SendTo(const void* data,
                      size_t size,
                      const rtc::SocketAddress& address,
                      const rtc::PacketOptions& options) {
  rtc::SentPacket sent(options.packet_id, rtc::TimeMillis(),
                       options.info_signaled_after_sent);
  rtc::CopySocketInformationToPacketInfo(size, *this, true, &sent.info);
  SignalSentPacket(this, sent);
  if (blocked_ && batch_.bytes() + size > kMaxWaitingBytes) {
    SetError(EWOULDBLOCK);
    return -1;
  }
  batch_.Add(data, size, address);
  if (blocked_) {
    return static_cast<int>(size);
  }
  if (batch_.packets() >= SendBatch::kFull) {
    Flush();
  } else if (!std::exchange(flush_asked_, true)) {
    server_->FlushBeforeWait(this);
  }
  return static_cast<int>(size);
}

void UdpSocket::Flush() {
  if (std::exchange(flush_asked_, false)) {
    server_->Remove(this);
  }
  if (!batch_.Flush(descriptor_->GetSocketFD()) &&
      !std::exchange(blocked_, true)) {
    descriptor_->AwaitWritable();
  }
}

void UdpSocket::OnWritable() {
  blocked_ = false;
  Flush();
  if (!blocked_) {
    SignalReadyToSend(this);
  }
}

void UdpSocket::OnReadable() {
  bool destroyed = false;
  bool* const outer = std::exchange(destroyed_, &destroyed);
  const webrtc::Timestamp now = webrtc::Timestamp::Micros(rtc::TimeMicros());
  // On a busy machine a packet waits in the kernel, which is no delay of the
  // network: bandwidth estimation must not see it.
  const int64_t utc_now = rtc::TimeUTCMicros();
  const auto age = [&](absl::optional<int64_t> arrival_us) {
    return webrtc::TimeDelta::Micros(
        std::max<int64_t>(0, utc_now - arrival_us.value_or(utc_now)));
  };
  const int count = server_->receive_buffers().Receive(
      descriptor_->GetSocketFD(),
      [&](const ReceiveBuffers::Datagram& datagram) {
        rtc::SocketAddress source;
        rtc::SocketAddressFromSockAddrStorage(datagram.source, &source);
        NotifyPacketReceived(rtc::ReceivedPacket(
            datagram.payload, source, now - age(datagram.arrival_us)));
        if (!destroyed) {
          server_->Yield();
        }
        return !destroyed;
      });
  if (!destroyed) {
    destroyed_ = outer;
    if (count >= kBulk) {
      JoinDatagrams();
    }
  } else if (outer != nullptr) {
    *outer = true;
  }
}

void UdpSocket::JoinDatagrams() {
  if (std::exchange(joins_, true)) {
    return;
  }
  // An old kernel without it hands out single datagrams.
  const int on = 1;
  setsockopt(descriptor_->GetSocketFD(), SOL_UDP, UDP_GRO, &on, sizeof(on));
}

int UdpSocket::Close() {
  if (std::exchange(flush_asked_, false)) {
    server_->Remove(this);
  }
  // The last word of a connection (a DTLS alert, an SCTP ABORT) is in it.
  if (descriptor_->GetSocketFD() != INVALID_SOCKET) {
    batch_.Flush(descriptor_->GetSocketFD());
  }
  return descriptor_->Close();
}

int UdpSocket::Send(const void*, size_t, const rtc::PacketOptions&) {
  SetError(ENOTCONN);
  return -1;
}

rtc::SocketAddress UdpSocket::GetLocalAddress() const {
  return local_address_;
}

rtc::SocketAddress UdpSocket::GetRemoteAddress() const {
  return rtc::SocketAddress();
}

rtc::AsyncPacketSocket::State UdpSocket::GetState() const {
  return descriptor_->GetState() == rtc::Socket::CS_CLOSED &&
                 descriptor_->GetSocketFD() == INVALID_SOCKET
             ? STATE_CLOSED
             : STATE_BOUND;
}

int UdpSocket::GetOption(rtc::Socket::Option option, int* value) {
  return descriptor_->GetOption(option, value);
}

int UdpSocket::SetOption(rtc::Socket::Option option, int value) {
  // What was given before it leaves as it was then.
  Flush();
  return descriptor_->SetOption(option, value);
}

int UdpSocket::GetError() const {
  return error_;
}

void UdpSocket::SetError(int error) {
  error_ = error;
}

}  // namespace nlw
