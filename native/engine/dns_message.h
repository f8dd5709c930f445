#ifndef NATIVE_ENGINE_DNS_MESSAGE_H_
#define NATIVE_ENGINE_DNS_MESSAGE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "api/array_view.h"
#include "rtc_base/ip_address.h"

namespace nlw {

// Messages of multicast DNS, RFC 6762 over the format of RFC 1035.

enum class DnsType : uint16_t { kA = 1, kAaaa = 28 };

struct DnsAddressRecord {
  // Lower case, no dot at the end.
  std::string name;
  rtc::IPAddress address;
  // Seconds; 0 says that the record is no longer true.
  uint32_t ttl = 0;
};

// One question: Chrome's responder reads no more. `unicast_response` asks for
// the answer to be sent back alone. Nothing when `name` cannot be one.
std::optional<std::vector<uint8_t>> BuildDnsQuery(const std::string& name,
                                                  DnsType type,
                                                  bool unicast_response);

// The address records of a response, wherever they stand in it. `message` may
// be anything; what is not a well-formed response to the end of the last record
// gives no records.
std::vector<DnsAddressRecord> ParseDnsResponse(
    rtc::ArrayView<const uint8_t> message);

// Lower case, without a dot at the end.
std::string NormalizeDnsName(std::string name);

}  // namespace nlw

#endif  // NATIVE_ENGINE_DNS_MESSAGE_H_
