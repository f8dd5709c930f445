#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "native/engine/dns_message.h"
#include "native/engine/host_resolver.h"
#include "native/engine/lookup_threads.h"
#include "native/engine/mdns_client.h"
#include "native/engine/mdns_socket.h"
#include "rtc_base/event.h"
#include "rtc_base/physical_socket_server.h"
#include "rtc_base/thread.h"
#include "test/native/check.h"
#include "test/native/dns_bytes.h"
#include "test/native/peer.h"

namespace nlw {
namespace {

// Answers questions for one name to the multicast group, as Chrome does.
class Responder {
 public:
  Responder(std::string name, rtc::IPAddress address) {
    auto server = std::make_unique<rtc::PhysicalSocketServer>();
    rtc::PhysicalSocketServer* const raw = server.get();
    thread_ = std::make_unique<rtc::Thread>(std::move(server));
    thread_->Start();
    thread_->BlockingCall([&, this] {
      sockets_ = MdnsSocket::OpenAll(
          raw, [=, this](rtc::ArrayView<const uint8_t> message) {
            auto question = BuildDnsQuery(name, DnsType::kA, false);
            if (message.size() != question->size() ||
                memcmp(message.data(), question->data(), message.size()) != 0) {
              return;
            }
            ++asked;
            for (const auto& socket : sockets_)
              socket->Send(Response(name, address));
          });
    });
    CHECK(!sockets_.empty());
  }

  ~Responder() {
    thread_->BlockingCall([this] { sockets_.clear(); });
    thread_->Stop();
  }

  std::atomic<int> asked{0};

 private:
  std::unique_ptr<rtc::Thread> thread_;
  std::vector<std::unique_ptr<MdnsSocket>> sockets_;
};

// A network thread with what resolvers need.
struct Network {
  Network() {
    auto server = std::make_unique<rtc::PhysicalSocketServer>();
    rtc::PhysicalSocketServer* const raw = server.get();
    thread = std::make_unique<rtc::Thread>(std::move(server));
    mdns = std::make_unique<MdnsClient>(thread.get(), raw);
    thread->Start();
  }

  ~Network() {
    lookups->Close();
    thread->Stop();
  }

  // The first IPv4 address, or nil.
  rtc::IPAddress Resolve(HostResolverFactory::Order order,
                         const std::string& name) {
    HostResolverFactory factory(order, mdns.get(), lookups);
    std::unique_ptr<webrtc::AsyncDnsResolverInterface> resolver;
    rtc::SocketAddress found;
    rtc::Event done;
    thread->PostTask([&] {
      resolver = factory.Create();
      resolver->Start(rtc::SocketAddress(name, 3478), [&] {
        if (resolver->result().GetResolvedAddress(AF_INET, &found))
          CHECK(found.port() == 3478 && resolver->result().GetError() == 0);
        else
          CHECK(resolver->result().GetError() != 0);
        resolver = nullptr;
        done.Set();
      });
    });
    CHECK(done.Wait(webrtc::TimeDelta::Seconds(30)));
    return found.ipaddr();
  }

  const std::shared_ptr<LookupThreads> lookups =
      std::make_shared<LookupThreads>();
  std::unique_ptr<rtc::Thread> thread;
  std::unique_ptr<MdnsClient> mdns;
};

void OnlyLocalNamesAreMulticast() {
  CHECK(MdnsClient::IsMulticastName("a.LOCAL."));
  CHECK(!MdnsClient::IsMulticastName(".local"));
  CHECK(!MdnsClient::IsMulticastName("a.local.example"));
}

void NamesAreResolved() {
  using Order = HostResolverFactory::Order;
  const int threads = CountThreads();
  {
    auto responder = std::make_unique<Responder>("here.local", Ip("10.1.2.3"));
    Network network;
    CHECK(network.Resolve(Order::kMulticastOnly, "Here.local") ==
          Ip("10.1.2.3"));
    CHECK(responder->asked >= 1);
    // Once more within a minute, though nobody answers any longer.
    responder = nullptr;
    const int descriptors = CountDescriptors();
    CHECK(network.Resolve(Order::kMulticastOnly, "here.local.") ==
          Ip("10.1.2.3"));
    CHECK(network.Resolve(Order::kSystemFirst, "here.local") == Ip("10.1.2.3"));
    CHECK(network.Resolve(Order::kMulticastOnly, "localhost") ==
          Ip("127.0.0.1"));
    CHECK(network.Resolve(Order::kSystemFirst, "localhost") == Ip("127.0.0.1"));
    CHECK(rtc::IPIsUnspec(
        network.Resolve(Order::kMulticastOnly, "nobody.local")));
    CHECK(rtc::IPIsUnspec(
        network.Resolve(Order::kMulticastOnly, "not..a.name.local")));
    CHECK(Eventually([&] { return CountDescriptors() <= descriptors; }));
  }
  CHECK(Eventually([&] { return CountThreads() == threads; }));
}

void ResolversMayGoAtAnyTime() {
  Network network;
  HostResolverFactory factory(HostResolverFactory::Order::kMulticastOnly,
                              network.mdns.get(), network.lookups);
  network.thread->BlockingCall([&] {
    std::vector<std::unique_ptr<webrtc::AsyncDnsResolverInterface>> resolvers;
    for (const char* name : {"gone.local", "gone.local", "localhost"}) {
      for (int i = 0; i < 20; ++i) {
        resolvers.push_back(factory.CreateAndResolve(
            rtc::SocketAddress(name, 1), [] { CHECK(false); }));
      }
    }
  });
  network.thread->BlockingCall([] {});
}

// Chrome hides the addresses of its candidates: the answerer must resolve the
// name, for the offerer learns of no address to send to.
void ConnectionsMeetOverHiddenAddresses() {
  Responder responder("0f8a.local", Ip("127.0.0.1"));
  std::unique_ptr<Engine> engine = Engine::Create();
  NetworkPolicy policy;
  policy.loopback = true;
  policy.allow = {"127.0.0.1"};
  policy.tcp_candidates = false;
  Peer offerer(engine.get(), policy);
  Peer answerer(engine.get(), policy);
  offerer.OpenChannel();
  std::string offer = offerer.Describe();
  const std::string address = " 127.0.0.1 ";
  const size_t at = offer.find(address, offer.find("a=candidate"));
  CHECK(at != offer.npos);
  offer.replace(at, address.size(), " 0f8a.local ");
  answerer.Apply(webrtc::SdpType::kOffer, offer);
  std::string answer = answerer.Describe();
  while (true) {
    const size_t begin = answer.find("a=candidate");
    if (begin == answer.npos)
      break;
    answer.erase(begin, answer.find('\n', begin) + 1 - begin);
  }
  offerer.Apply(webrtc::SdpType::kAnswer, answer);
  CHECK(Eventually([&] { return offerer.open() && answerer.open(); }));
  CHECK(responder.asked >= 1);
}

}  // namespace
}  // namespace nlw

int main() {
  nlw::OnlyLocalNamesAreMulticast();
  nlw::NamesAreResolved();
  nlw::ResolversMayGoAtAnyTime();
  nlw::ConnectionsMeetOverHiddenAddresses();
  std::puts("mdns_test: ok");
  return 0;
}
