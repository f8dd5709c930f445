#include "native/engine/dns_message.h"

#include <cstdint>
#include <cstdio>
#include <random>
#include <string>

#include "test/native/check.h"
#include "test/native/dns_bytes.h"

namespace nlw {
namespace {

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

}  // namespace
}  // namespace nlw

int main() {
  nlw::QueriesHaveTheFormatOfTheStandard();
  nlw::ResponsesGiveTheirAddresses();
  nlw::HostileNamesEnd();
  nlw::GarbageIsSurvived();
  std::puts("dns_message_test: ok");
  return 0;
}
