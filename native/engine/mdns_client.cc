#include "native/engine/mdns_client.h"

#include <sys/socket.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "api/units/time_delta.h"
#include "native/engine/dns_message.h"
#include "native/engine/thread_check.h"
#include "rtc_base/time_utils.h"

namespace nlw {
namespace {

using webrtc::TimeDelta;

// RFC 6762, 5.2: at least a second apart, then growing. The last is the end.
constexpr TimeDelta kPauses[] = {TimeDelta::Seconds(1), TimeDelta::Seconds(2),
                                 TimeDelta::Seconds(2)};
// A responder repeats itself at most once a second, so an answer must do for
// the connections that ask shortly after one another.
constexpr int64_t kMaxAgeMs = 60'000;
constexpr size_t kMaxAnswers = 64;
// Remote peers choose names: no more are asked for at once.
constexpr size_t kMaxQuestions = 64;

// Not to be reached without a scope or at all.
bool IsUsable(const rtc::IPAddress& address) {
  if (rtc::IPIsAny(address))
    return false;
  if (address.family() == AF_INET)
    return (address.v4AddressAsHostOrderInteger() >> 28) < 0xe;
  return !rtc::IPIsLinkLocal(address) &&
         address.ipv6_address().s6_addr[0] != 0xff &&
         !rtc::IPIsV4Mapped(address);
}

}  // namespace

MdnsClient::MdnsClient(rtc::Thread* network, rtc::PhysicalSocketServer* server)
    : network_(network), server_(server) {}

MdnsClient::~MdnsClient() = default;

bool MdnsClient::IsMulticastName(const std::string& name) {
  static constexpr absl::string_view kSuffix = ".local";
  const std::string normal = NormalizeDnsName(name);
  return normal.size() > kSuffix.size() &&
         absl::string_view(normal).substr(normal.size() - kSuffix.size()) ==
             kSuffix;
}

MdnsClient::QueryId MdnsClient::Query(const std::string& name,
                                      Callback callback) {
  NLW_DCHECK_RUN_ON(network_);
  const std::string normal = NormalizeDnsName(name);
  const QueryId id = ++last_id_;
  Question& question = questions_[normal];
  question.waiting.emplace(id, std::move(callback));
  if (question.waiting.size() == 1)
    Start(normal, question);
  return id;
}

void MdnsClient::Start(const std::string& name, Question& question) {
  const uint64_t serial = question.serial = ++last_serial_;
  network_->PostTask(webrtc::SafeTask(safety_.flag(), [this, name, serial] {
    auto known = answers_.find(name);
    if (known == answers_.end() ||
        known->second.expires_ms <= rtc::TimeMillis()) {
      Ask(name, serial, /*attempt=*/0);
      return;
    }
    const std::vector<rtc::IPAddress> addresses = known->second.addresses;
    Resolve(name, addresses);
  }));
}

void MdnsClient::Cancel(QueryId id) {
  NLW_DCHECK_RUN_ON(network_);
  for (auto question = questions_.begin(); question != questions_.end();
       ++question) {
    if (question->second.waiting.erase(id) == 0)
      continue;
    if (question->second.waiting.empty())
      questions_.erase(question);
    break;
  }
  CloseSocketsIfUnused();
}

void MdnsClient::Ask(const std::string& name, uint64_t serial, size_t attempt) {
  auto question = questions_.find(name);
  if (question == questions_.end() || question->second.serial != serial)
    return;
  if (attempt == std::size(kPauses) || questions_.size() > kMaxQuestions) {
    Resolve(name, {});
    return;
  }
  if (sockets_.empty()) {
    sockets_ = MdnsSocket::OpenAll(
        server_,
        [this, alive = safety_.flag()](rtc::ArrayView<const uint8_t> message) {
          if (alive->alive())
            OnMessage(message);
        });
  }
  bool valid = true;
  for (const auto& socket : sockets_) {
    for (DnsType type : {DnsType::kA, DnsType::kAaaa}) {
      auto query = BuildDnsQuery(name, type, socket->unicast());
      valid = query.has_value();
      if (valid)
        socket->Send(*query);
    }
  }
  if (!valid || sockets_.empty()) {
    Resolve(name, {});
    return;
  }
  network_->PostDelayedTask(webrtc::SafeTask(safety_.flag(),
                                             [this, name, serial, attempt] {
                                               Ask(name, serial, attempt + 1);
                                             }),
                            kPauses[attempt]);
}

void MdnsClient::OnMessage(rtc::ArrayView<const uint8_t> message) {
  NLW_DCHECK_RUN_ON(network_);
  std::map<std::string, Answer> found;
  for (const DnsAddressRecord& record : ParseDnsResponse(message)) {
    // Only what was asked for is believed.
    if (record.ttl == 0 || !IsUsable(record.address) ||
        questions_.count(record.name) == 0) {
      continue;
    }
    Answer& answer = found[record.name];
    answer.addresses.push_back(record.address);
    const int64_t age_ms =
        std::min(kMaxAgeMs, static_cast<int64_t>(record.ttl) * 1000);
    answer.expires_ms = rtc::TimeMillis() + age_ms;
  }
  for (auto& [name, answer] : found) {
    Remember(name, answer);
    Resolve(name, answer.addresses);
  }
}

void MdnsClient::Resolve(const std::string& name,
                         const std::vector<rtc::IPAddress>& addresses) {
  const QueryId newest = last_id_;
  while (true) {
    auto question = questions_.find(name);
    if (question == questions_.end())
      break;
    auto next = question->second.waiting.begin();
    if (next->first > newest) {
      // Asked by one of the callbacks.
      Start(name, question->second);
      break;
    }
    Callback callback = std::move(next->second);
    question->second.waiting.erase(next);
    if (question->second.waiting.empty())
      questions_.erase(question);
    std::move(callback)(addresses);
  }
  CloseSocketsIfUnused();
}

void MdnsClient::Remember(const std::string& name, Answer answer) {
  if (answers_.size() >= kMaxAnswers)
    answers_.clear();
  answers_[name] = std::move(answer);
}

void MdnsClient::CloseSocketsIfUnused() {
  if (questions_.empty())
    sockets_.clear();
}

}  // namespace nlw
