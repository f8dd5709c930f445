#ifndef TEST_NATIVE_DNS_BYTES_H_
#define TEST_NATIVE_DNS_BYTES_H_

#include <netinet/in.h>

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "rtc_base/ip_address.h"
#include "test/native/check.h"

namespace nlw {

using Bytes = std::vector<uint8_t>;

inline rtc::IPAddress Ip(const char* text) {
  rtc::IPAddress address;
  CHECK(rtc::IPFromString(text, &address));
  return address;
}

inline void Append(Bytes& message, std::initializer_list<int> values) {
  for (int value : values)
    message.push_back(static_cast<uint8_t>(value));
}

inline void AppendName(Bytes& message, const std::string& name) {
  for (size_t begin = 0; begin < name.size();) {
    const size_t end = std::min(name.find('.', begin), name.size());
    message.push_back(static_cast<uint8_t>(end - begin));
    message.insert(message.end(), name.begin() + begin, name.begin() + end);
    begin = end + 1;
  }
  message.push_back(0);
}

// As Chrome's responder answers: no question, the bit for stale others set.
inline Bytes Response(const std::string& name,
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

}  // namespace nlw

#endif  // TEST_NATIVE_DNS_BYTES_H_
