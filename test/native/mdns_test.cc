#include <netinet/in.h>

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <random>
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
#include "test/native/peer.h"

namespace nlw {
namespace {

using Bytes = std::vector<uint8_t>;

rtc::IPAddress Ip(const char* text) {
  rtc::IPAddress address;
  CHECK(rtc::IPFromString(text, &address));
  return address;
}

void Append(Bytes& message, std::initializer_list<int> values) {
  for (int value : values)
    message.push_back(static_cast<uint8_t>(value));
}

void AppendName(Bytes& message, const std::string& name) {
  for (size_t begin = 0; begin < name.size();) {
    const size_t end = std::min(name.find('.', begin), name.size());
    message.push_back(static_cast<uint8_t>(end - begin));
    message.insert(message.end(), name.begin() + begin, name.begin() + end);
    begin = end + 1;
  }
  message.push_back(0);
}

// As Chrome's responder answers: no question, the bit for stale others set.
Bytes Response(const std::string& name,
               const rtc::IPAddress& address,
               int ttl = 120) {
  Bytes message = {0, 0, 0x84, 0, 0, 0, 0, 1, 0, 0, 0, 0};
  AppendName(message, name);
  const bool v6 = address.family() == AF_INET6;
  Append(message, {0, v6 ? 28 : 1, 0x80, 1, 0, 0, 0, ttl, 0, v6 ? 16 : 4});
  const in6_addr six = address.ipv6_address();
  const in_addr four = address.ipv4_address();
  const auto* bytes = v6 ? reinterpret_cast<const uint8_t*>(&six)
                         : reinterpret_cast<const uint8_t*>(&four);
  message.insert(message.end(), bytes, bytes + (v6 ? 16 : 4));
  return message;
}

void QueriesHaveTheFormatOfTheStandard() {
  auto query = BuildDnsQuery("ab.local", DnsType::kAaaa, true);
  CHECK(query);
  CHECK((*query == Bytes{0,   0,   0,   0, 0,   1,   0,    0,   0,
                         0,   0,   0,   2, 'a', 'b', 5,    'l', 'o',
                         'c', 'a', 'l', 0, 0,   28,  0x80, 1}));
  CHECK(BuildDnsQuery(std::string(63, 'a') + ".local", DnsType::kA, false));
  for (const std::string& invalid :
       {std::string(), std::string("."), std::string("a..local"),
        std::string(".local"), std::string(64, 'a') + ".local",
        std::string(300, 'a')}) {
    CHECK(!BuildDnsQuery(invalid, DnsType::kA, false));
  }
  CHECK(MdnsClient::IsMulticastName("a.LOCAL."));
  CHECK(!MdnsClient::IsMulticastName(".local"));
  CHECK(!MdnsClient::IsMulticastName("a.local.example"));
}

void ResponsesGiveTheirAddresses() {
  auto records = ParseDnsResponse(Response("A.Local", Ip("10.1.2.3")));
  CHECK(records.size() == 1 && records[0].name == "a.local");
  CHECK(records[0].address == Ip("10.1.2.3") && records[0].ttl == 120);
  records = ParseDnsResponse(Response("a.local", Ip("fd00::1")));
  CHECK(records.size() == 1 && records[0].address == Ip("fd00::1"));

  // A second record whose name points to the first's.
  Bytes two = Response("a.local", Ip("10.1.2.3"));
  two[11] = 1;
  Append(two, {0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 9, 0, 4, 10, 9, 8, 7});
  records = ParseDnsResponse(two);
  CHECK(records.size() == 2 && records[1].name == "a.local");
  CHECK(records[1].address == Ip("10.9.8.7") && records[1].ttl == 9);

  // A query is not a response, and an error is not one either.
  Bytes query = Response("a.local", Ip("10.1.2.3"));
  query[2] = 0;
  CHECK(ParseDnsResponse(query).empty());
  Bytes error = Response("a.local", Ip("10.1.2.3"));
  error[3] = 3;
  CHECK(ParseDnsResponse(error).empty());
}

void HostileNamesEnd() {
  const Bytes header = {0, 0, 0x84, 0, 0, 0, 0, 1, 0, 0, 0, 0};
  const Bytes rest = {0, 1, 0, 1, 0, 0, 0, 9, 0, 4, 10, 9, 8, 7};
  auto parse = [&](const Bytes& name) {
    Bytes message = header;
    message.insert(message.end(), name.begin(), name.end());
    message.insert(message.end(), rest.begin(), rest.end());
    return ParseDnsResponse(message);
  };
  CHECK(parse({1, 'a', 0}).size() == 1);
  // To itself, forward, to one another, out of the message, a reserved length.
  CHECK(parse({0xc0, 12}).empty());
  CHECK(parse({0xc0, 14}).empty());
  CHECK(parse({1, 'a', 0xc0, 12}).empty());
  CHECK(parse({0xff, 0xff}).empty());
  CHECK(parse({0x40, 'a', 0}).empty());
  // A dot or a zero inside a label is no separator.
  CHECK(parse({7, 'a', '.', 'l', 'o', 'c', 'a', 'l', 0}).empty());
  CHECK(parse({2, 'a', 0, 0}).empty());
  // Longer than 255 bytes.
  Bytes endless;
  for (int i = 0; i < 5; ++i) {
    endless.push_back(63);
    endless.insert(endless.end(), 63, 'a');
  }
  endless.push_back(0);
  CHECK(parse(endless).empty());
  // More records than there are bytes.
  Bytes many = header;
  many[6] = many[7] = many[8] = many[9] = 0xff;
  CHECK(ParseDnsResponse(many).empty());
}

// Each message in memory of its own size, for a sanitizer to see its end.
void GarbageIsSurvived() {
  std::mt19937 random(1);
  auto byte = [&] { return static_cast<uint8_t>(random()); };
  const Bytes valid = Response("0123-4567.local", Ip("fd00::1"));
  for (int i = 0; i < 200'000; ++i) {
    Bytes message;
    if (i % 2) {
      message = valid;
      for (int change = random() % 4; change >= 0; --change)
        message[random() % message.size()] = byte();
      message.resize(random() % (message.size() + 1));
    } else {
      message.resize(random() % 80);
      for (uint8_t& value : message)
        value = byte();
      if (message.size() > 4 && i % 4) {
        message[2] = 0x84;
        message[3] = message[4] = 0;
      }
    }
    message.shrink_to_fit();
    for (const DnsAddressRecord& record : ParseDnsResponse(message))
      CHECK(!record.name.empty() && record.name.size() <= 255);
  }
}

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
  nlw::QueriesHaveTheFormatOfTheStandard();
  nlw::ResponsesGiveTheirAddresses();
  nlw::HostileNamesEnd();
  nlw::GarbageIsSurvived();
  nlw::NamesAreResolved();
  nlw::ResolversMayGoAtAnyTime();
  nlw::ConnectionsMeetOverHiddenAddresses();
  std::puts("mdns_test: ok");
  return 0;
}
