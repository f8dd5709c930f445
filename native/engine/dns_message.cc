#include "native/engine/dns_message.h"

#include <netinet/in.h>

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace nlw {
namespace {

constexpr size_t kHeaderSize = 12;
constexpr size_t kMaxNameSize = 255;
constexpr size_t kMaxLabelSize = 63;
constexpr uint16_t kResponseFlag = 0x8000;
// Operation and response code: zero in every message of multicast DNS.
constexpr uint16_t kCodesMask = 0x780f;
constexpr uint16_t kClassInternet = 1;
// In a question: answer by unicast. In a record: others of this name are stale.
constexpr uint16_t kTopBit = 0x8000;
// More than a datagram of 9000 bytes can carry of the shortest record.
constexpr int kMaxRecords = 1024;

char ToLower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

class Reader {
 public:
  explicit Reader(rtc::ArrayView<const uint8_t> message) : message_(message) {}

  bool Read16(uint16_t& value) {
    if (message_.size() - position_ < 2)
      return false;
    value = static_cast<uint16_t>(message_[position_] << 8 |
                                  message_[position_ + 1]);
    position_ += 2;
    return true;
  }

  bool Read32(uint32_t& value) {
    uint16_t high = 0;
    uint16_t low = 0;
    if (!Read16(high) || !Read16(low))
      return false;
    value = static_cast<uint32_t>(high) << 16 | low;
    return true;
  }

  bool ReadBytes(size_t size, rtc::ArrayView<const uint8_t>& bytes) {
    if (message_.size() - position_ < size)
      return false;
    bytes = message_.subview(position_, size);
    position_ += size;
    return true;
  }

  // RFC 1035, 4.1.4. A pointer must lead to before where its name began, so
  // that every chain of them ends. A label that holds a dot cannot be told from
  // two: the name is then empty, as the root's is.
  bool ReadName(std::string& name) {
    name.clear();
    bool comparable = true;
    bool jumped = false;
    size_t position = position_;
    size_t limit = position_;
    while (true) {
      if (position >= message_.size())
        return false;
      const uint8_t length = message_[position++];
      if (length == 0)
        break;
      if ((length & 0xc0) == 0xc0) {
        if (position >= message_.size())
          return false;
        const size_t target =
            static_cast<size_t>(length & 0x3f) << 8 | message_[position++];
        if (!jumped)
          position_ = position;
        jumped = true;
        if (target >= limit)
          return false;
        limit = target;
        position = target;
        continue;
      }
      if (length > kMaxLabelSize || message_.size() - position < length ||
          name.size() + length + 1 > kMaxNameSize) {
        return false;
      }
      if (!name.empty())
        name += '.';
      for (size_t end = position + length; position < end; ++position) {
        const char c = static_cast<char>(message_[position]);
        comparable = comparable && c != '.' && c != '\0';
        name += ToLower(c);
      }
    }
    if (!jumped)
      position_ = position;
    if (!comparable)
      name.clear();
    return true;
  }

 private:
  const rtc::ArrayView<const uint8_t> message_;
  size_t position_ = 0;
};

std::optional<rtc::IPAddress> ToAddress(uint16_t type,
                                        rtc::ArrayView<const uint8_t> data) {
  if (type == static_cast<uint16_t>(DnsType::kA) && data.size() == 4) {
    in_addr address;
    memcpy(&address, data.data(), sizeof(address));
    return rtc::IPAddress(address);
  }
  if (type == static_cast<uint16_t>(DnsType::kAaaa) && data.size() == 16) {
    in6_addr address;
    memcpy(&address, data.data(), sizeof(address));
    return rtc::IPAddress(address);
  }
  return std::nullopt;
}

void Append16(std::vector<uint8_t>& message, uint16_t value) {
  message.push_back(static_cast<uint8_t>(value >> 8));
  message.push_back(static_cast<uint8_t>(value));
}

}  // namespace

std::optional<std::vector<uint8_t>> BuildDnsQuery(const std::string& name,
                                                  DnsType type,
                                                  bool unicast_response) {
  if (name.empty() || name.size() + 2 > kMaxNameSize)
    return std::nullopt;
  // The identifier and all flags are zero, as are the counts of records.
  std::vector<uint8_t> message(kHeaderSize, 0);
  message[5] = 1;
  for (size_t begin = 0; begin <= name.size();) {
    const size_t end = std::min(name.find('.', begin), name.size());
    const size_t length = end - begin;
    if (length == 0 || length > kMaxLabelSize)
      return std::nullopt;
    message.push_back(static_cast<uint8_t>(length));
    message.insert(message.end(), name.begin() + begin, name.begin() + end);
    begin = end + 1;
  }
  message.push_back(0);
  Append16(message, static_cast<uint16_t>(type));
  Append16(message, kClassInternet | (unicast_response ? kTopBit : 0));
  return message;
}

std::vector<DnsAddressRecord> ParseDnsResponse(
    rtc::ArrayView<const uint8_t> message) {
  Reader reader(message);
  uint16_t id = 0;
  uint16_t flags = 0;
  uint16_t counts[4] = {};
  if (!reader.Read16(id) || !reader.Read16(flags))
    return {};
  for (uint16_t& count : counts) {
    if (!reader.Read16(count))
      return {};
  }
  const int records = counts[1] + counts[2] + counts[3];
  if (!(flags & kResponseFlag) || (flags & kCodesMask) ||
      counts[0] + records > kMaxRecords) {
    return {};
  }

  std::string name;
  for (int i = 0; i < counts[0]; ++i) {
    uint32_t type_and_class = 0;
    if (!reader.ReadName(name) || !reader.Read32(type_and_class))
      return {};
  }
  std::vector<DnsAddressRecord> found;
  for (int i = 0; i < records; ++i) {
    uint16_t type = 0;
    uint16_t record_class = 0;
    uint32_t ttl = 0;
    uint16_t size = 0;
    rtc::ArrayView<const uint8_t> data;
    if (!reader.ReadName(name) || !reader.Read16(type) ||
        !reader.Read16(record_class) || !reader.Read32(ttl) ||
        !reader.Read16(size) || !reader.ReadBytes(size, data)) {
      return {};
    }
    std::optional<rtc::IPAddress> address = ToAddress(type, data);
    if (address && !name.empty() &&
        (record_class & ~kTopBit) == kClassInternet) {
      found.push_back({name, *address, ttl});
    }
  }
  return found;
}

std::string NormalizeDnsName(std::string name) {
  if (!name.empty() && name.back() == '.')
    name.pop_back();
  std::transform(name.begin(), name.end(), name.begin(), ToLower);
  return name;
}

}  // namespace nlw
