#include "native/engine/host_resolver.h"

#include <netdb.h>
#include <sys/socket.h>

#include <string>
#include <utility>
#include <vector>

#include "api/task_queue/pending_task_safety_flag.h"
#include "rtc_base/ip_address.h"

namespace nlw {
namespace {

using Order = HostResolverFactory::Order;

class HostResolver final : public webrtc::AsyncDnsResolverInterface,
                           private webrtc::AsyncDnsResolverResult {
 public:
  HostResolver(Order order,
               MdnsClient* mdns,
               std::shared_ptr<LookupThreads> lookups)
      : order_(order), mdns_(mdns), lookups_(std::move(lookups)) {}

  ~HostResolver() override { mdns_->Cancel(query_); }

  void Start(const rtc::SocketAddress& address,
             absl::AnyInvocable<void()> callback) override {
    Start(address, address.family(), std::move(callback));
  }

  void Start(const rtc::SocketAddress& address,
             int family,
             absl::AnyInvocable<void()> callback) override {
    address_ = address;
    family_ = family;
    callback_ = std::move(callback);
    if (order_ == Order::kMulticastOnly && IsMulticastName())
      AskMulticast();
    else
      AskSystem();
  }

  const webrtc::AsyncDnsResolverResult& result() const override {
    return *this;
  }

 private:
  bool IsMulticastName() const {
    return MdnsClient::IsMulticastName(address_.hostname());
  }

  void AskMulticast() {
    query_ = mdns_->Query(
        address_.hostname(), [this](std::vector<rtc::IPAddress> addresses) {
          const int error = addresses.empty() ? EAI_NONAME : 0;
          Finish(error, std::move(addresses));
        });
  }

  void AskSystem() {
    lookups_->Lookup(address_.hostname(), family_,
                     [this, alive = safety_.flag()](
                         int error, std::vector<rtc::IPAddress> addresses) {
                       if (!alive->alive())
                         return;
                       if (error != 0 && IsMulticastName())
                         AskMulticast();
                       else
                         Finish(error, std::move(addresses));
                     });
  }

  // The callback may delete this.
  void Finish(int error, std::vector<rtc::IPAddress> addresses) {
    error_ = error;
    addresses_ = std::move(addresses);
    absl::AnyInvocable<void()> callback = std::move(callback_);
    callback();
  }

  bool GetResolvedAddress(int family,
                          rtc::SocketAddress* address) const override {
    for (const rtc::IPAddress& candidate : addresses_) {
      if (candidate.family() != family)
        continue;
      *address = address_;
      address->SetResolvedIP(candidate);
      return true;
    }
    return false;
  }

  int GetError() const override { return error_; }

  const Order order_;
  MdnsClient* const mdns_;
  const std::shared_ptr<LookupThreads> lookups_;
  rtc::SocketAddress address_;
  int family_ = AF_UNSPEC;
  absl::AnyInvocable<void()> callback_;
  MdnsClient::QueryId query_ = 0;
  std::vector<rtc::IPAddress> addresses_;
  // Until there is a result.
  int error_ = EAI_AGAIN;
  webrtc::ScopedTaskSafety safety_;
};

}  // namespace

HostResolverFactory::HostResolverFactory(Order order,
                                         MdnsClient* mdns,
                                         std::shared_ptr<LookupThreads> lookups)
    : order_(order), mdns_(mdns), lookups_(std::move(lookups)) {}

std::unique_ptr<webrtc::AsyncDnsResolverInterface>
HostResolverFactory::CreateAndResolve(const rtc::SocketAddress& address,
                                      absl::AnyInvocable<void()> callback) {
  return CreateAndResolve(address, address.family(), std::move(callback));
}

std::unique_ptr<webrtc::AsyncDnsResolverInterface>
HostResolverFactory::CreateAndResolve(const rtc::SocketAddress& address,
                                      int family,
                                      absl::AnyInvocable<void()> callback) {
  std::unique_ptr<webrtc::AsyncDnsResolverInterface> resolver = Create();
  resolver->Start(address, family, std::move(callback));
  return resolver;
}

std::unique_ptr<webrtc::AsyncDnsResolverInterface>
HostResolverFactory::Create() {
  return std::make_unique<HostResolver>(order_, mdns_, lookups_);
}

}  // namespace nlw
