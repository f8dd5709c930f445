#ifndef NATIVE_ENGINE_MDNS_SOCKET_H_
#define NATIVE_ENGINE_MDNS_SOCKET_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "api/array_view.h"
#include "rtc_base/physical_socket_server.h"

namespace nlw {

// Sends queries of multicast DNS on one interface in one family and reads what
// comes back. Network thread.
class MdnsSocket final : public rtc::Dispatcher {
 public:
  using OnMessage = std::function<void(rtc::ArrayView<const uint8_t>)>;

  // Member of the multicast group, for Chrome's responder answers the group
  // only. When port 5353 is not to be had, it asks from another one, and for
  // answers to itself. Null when the interface cannot be used.
  static std::unique_ptr<MdnsSocket> Open(rtc::PhysicalSocketServer* server,
                                          int family,
                                          unsigned interface_index,
                                          OnMessage on_message);
  ~MdnsSocket() override;

  // Queries must ask for unicast responses.
  bool unicast() const { return unicast_; }

  void Send(const std::vector<uint8_t>& message);

  // One per interface that is up and can multicast, and family; those of
  // loopback interfaces when there are no others.
  static std::vector<std::unique_ptr<MdnsSocket>> OpenAll(
      rtc::PhysicalSocketServer* server,
      const OnMessage& on_message);

 private:
  MdnsSocket(rtc::PhysicalSocketServer* server,
             int descriptor,
             int family,
             unsigned interface_index,
             bool unicast,
             OnMessage on_message);

  uint32_t GetRequestedEvents() override { return rtc::DE_READ; }
  void OnEvent(uint32_t events, int error) override;
  int GetDescriptor() override { return descriptor_; }
  bool IsDescriptorClosed() override { return false; }

  rtc::PhysicalSocketServer* const server_;
  const int descriptor_;
  const int family_;
  const unsigned interface_index_;
  const bool unicast_;
  const OnMessage on_message_;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_MDNS_SOCKET_H_
