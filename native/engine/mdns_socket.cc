#include "native/engine/mdns_socket.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <set>
#include <utility>

namespace nlw {
namespace {

constexpr uint16_t kPort = 5353;
// RFC 6762, 17: the largest message.
constexpr size_t kMaxMessageSize = 9000;
// Messages read before the network thread may do something else.
constexpr int kMessagesPerEvent = 16;
constexpr size_t kMaxSockets = 32;

struct Address {
  sockaddr_storage storage = {};
  socklen_t size = 0;

  sockaddr* get() { return reinterpret_cast<sockaddr*>(&storage); }
};

Address GroupAddress(int family, unsigned interface_index) {
  Address address;
  if (family == AF_INET) {
    auto* v4 = reinterpret_cast<sockaddr_in*>(&address.storage);
    v4->sin_family = AF_INET;
    v4->sin_port = htons(kPort);
    inet_pton(AF_INET, "224.0.0.251", &v4->sin_addr);
    address.size = sizeof(*v4);
  } else {
    auto* v6 = reinterpret_cast<sockaddr_in6*>(&address.storage);
    v6->sin6_family = AF_INET6;
    v6->sin6_port = htons(kPort);
    inet_pton(AF_INET6, "ff02::fb", &v6->sin6_addr);
    v6->sin6_scope_id = interface_index;
    address.size = sizeof(*v6);
  }
  return address;
}

template <typename T>
bool SetOption(int descriptor, int level, int option, const T& value) {
  return setsockopt(descriptor, level, option, &value, sizeof(value)) == 0;
}

bool SendOnInterface(int descriptor, int family, unsigned interface_index) {
  if (family == AF_INET) {
    ip_mreqn request = {};
    request.imr_ifindex = static_cast<int>(interface_index);
    return SetOption(descriptor, IPPROTO_IP, IP_MULTICAST_IF, request) &&
           SetOption(descriptor, IPPROTO_IP, IP_MULTICAST_TTL, 255);
  }
  return SetOption(descriptor, IPPROTO_IPV6, IPV6_V6ONLY, 1) &&
         SetOption(descriptor, IPPROTO_IPV6, IPV6_MULTICAST_IF,
                   static_cast<int>(interface_index)) &&
         SetOption(descriptor, IPPROTO_IPV6, IPV6_MULTICAST_HOPS, 255);
}

// Bound to the group, not to the any address: unicast answers to others that
// share the port stay theirs.
bool JoinGroup(int descriptor, int family, unsigned interface_index) {
  Address group = GroupAddress(family, interface_index);
  if (!SetOption(descriptor, SOL_SOCKET, SO_REUSEADDR, 1) ||
      !SetOption(descriptor, SOL_SOCKET, SO_REUSEPORT, 1) ||
      bind(descriptor, group.get(), group.size) != 0) {
    return false;
  }
  if (family == AF_INET) {
    ip_mreqn request = {};
    request.imr_multiaddr =
        reinterpret_cast<sockaddr_in*>(&group.storage)->sin_addr;
    request.imr_ifindex = static_cast<int>(interface_index);
    // Otherwise a socket gets what any socket of the machine joined.
    return SetOption(descriptor, IPPROTO_IP, IP_MULTICAST_ALL, 0) &&
           SetOption(descriptor, IPPROTO_IP, IP_ADD_MEMBERSHIP, request);
  }
  ipv6_mreq request = {};
  request.ipv6mr_multiaddr =
      reinterpret_cast<sockaddr_in6*>(&group.storage)->sin6_addr;
  request.ipv6mr_interface = interface_index;
  return SetOption(descriptor, IPPROTO_IPV6, IPV6_JOIN_GROUP, request);
}

int OpenDescriptor(int family, unsigned interface_index) {
  const int descriptor =
      socket(family, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (descriptor >= 0 &&
      !SendOnInterface(descriptor, family, interface_index)) {
    close(descriptor);
    return -1;
  }
  return descriptor;
}

uint16_t PortOf(const sockaddr_storage& address) {
  return ntohs(address.ss_family == AF_INET6
                   ? reinterpret_cast<const sockaddr_in6&>(address).sin6_port
                   : reinterpret_cast<const sockaddr_in&>(address).sin_port);
}

}  // namespace

std::unique_ptr<MdnsSocket> MdnsSocket::Open(rtc::PhysicalSocketServer* server,
                                             int family,
                                             unsigned interface_index,
                                             OnMessage on_message) {
  int descriptor = OpenDescriptor(family, interface_index);
  if (descriptor < 0)
    return nullptr;
  bool unicast = false;
  if (!JoinGroup(descriptor, family, interface_index)) {
    close(descriptor);
    descriptor = OpenDescriptor(family, interface_index);
    if (descriptor < 0)
      return nullptr;
    unicast = true;
  }
  return std::unique_ptr<MdnsSocket>(new MdnsSocket(server, descriptor, family,
                                                    interface_index, unicast,
                                                    std::move(on_message)));
}

std::vector<std::unique_ptr<MdnsSocket>> MdnsSocket::OpenAll(
    rtc::PhysicalSocketServer* server,
    const OnMessage& on_message) {
  std::set<std::pair<unsigned, int>> outside;
  std::set<std::pair<unsigned, int>> loopback;
  ifaddrs* interfaces = nullptr;
  if (getifaddrs(&interfaces) != 0)
    return {};
  for (ifaddrs* item = interfaces; item; item = item->ifa_next) {
    if (!item->ifa_addr || !(item->ifa_flags & IFF_UP))
      continue;
    const int family = item->ifa_addr->sa_family;
    if (family != AF_INET && family != AF_INET6)
      continue;
    const unsigned index = if_nametoindex(item->ifa_name);
    if (index == 0)
      continue;
    if (item->ifa_flags & IFF_LOOPBACK)
      loopback.emplace(index, family);
    else if (item->ifa_flags & IFF_MULTICAST)
      outside.emplace(index, family);
  }
  freeifaddrs(interfaces);

  std::vector<std::unique_ptr<MdnsSocket>> sockets;
  for (const auto& [index, family] : outside.empty() ? loopback : outside) {
    if (sockets.size() == kMaxSockets)
      break;
    if (auto socket = Open(server, family, index, on_message))
      sockets.push_back(std::move(socket));
  }
  return sockets;
}

MdnsSocket::MdnsSocket(rtc::PhysicalSocketServer* server,
                       int descriptor,
                       int family,
                       unsigned interface_index,
                       bool unicast,
                       OnMessage on_message)
    : server_(server),
      descriptor_(descriptor),
      family_(family),
      interface_index_(interface_index),
      unicast_(unicast),
      on_message_(std::move(on_message)) {
  server_->Add(this);
}

MdnsSocket::~MdnsSocket() {
  server_->Remove(this);
  close(descriptor_);
}

void MdnsSocket::Send(const std::vector<uint8_t>& message) {
  Address group = GroupAddress(family_, interface_index_);
  // A query that is lost is asked again.
  sendto(descriptor_, message.data(), message.size(), MSG_NOSIGNAL, group.get(),
         group.size);
}

void MdnsSocket::OnEvent(uint32_t /*events*/, int /*error*/) {
  // The callback may end in this socket's destruction.
  const OnMessage on_message = on_message_;
  const int descriptor = descriptor_;
  std::vector<std::vector<uint8_t>> messages;
  std::array<uint8_t, kMaxMessageSize> buffer;
  for (int i = 0; i < kMessagesPerEvent; ++i) {
    Address from;
    from.size = sizeof(from.storage);
    const ssize_t size = recvfrom(descriptor, buffer.data(), buffer.size(), 0,
                                  from.get(), &from.size);
    if (size < 0)
      break;
    // RFC 6762, 6: responses from another port must be ignored.
    if (PortOf(from.storage) == kPort)
      messages.emplace_back(buffer.begin(), buffer.begin() + size);
  }
  for (const std::vector<uint8_t>& message : messages)
    on_message(message);
}

}  // namespace nlw
