#ifndef NATIVE_ENGINE_INTERFACE_FILTER_H_
#define NATIVE_ENGINE_INTERFACE_FILTER_H_

#include <optional>
#include <string>
#include <vector>

#include "native/engine/network_policy.h"
#include "rtc_base/ip_address.h"

namespace nlw {

// The allow and deny lists of a NetworkPolicy, parsed. Immutable; any thread.
class InterfaceFilter {
 public:
  // Entries that are not valid match nothing.
  explicit InterfaceFilter(const NetworkPolicy& policy);

  // Everything but the loopback rule, which depends on the other networks.
  bool Allows(const std::string& interface_name,
              const rtc::IPAddress& address) const;

 private:
  friend struct NetworkPolicy;

  // A name, or addresses whose first `length` bits are those of `prefix`.
  struct Rule {
    std::string name;
    rtc::IPAddress prefix;
    int length = 0;

    static std::optional<Rule> Parse(const std::string& entry);
    bool Matches(const std::string& interface_name,
                 const rtc::IPAddress& address) const;
  };

  static std::vector<Rule> ParseAll(const std::vector<std::string>& entries);

  // `allow_` may be empty with a non-empty list of invalid entries.
  const bool restricted_;
  const std::vector<Rule> allow_;
  const std::vector<Rule> deny_;
  const bool link_local_;
  const bool ipv6_;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_INTERFACE_FILTER_H_
