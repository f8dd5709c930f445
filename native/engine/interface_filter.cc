#include "native/engine/interface_filter.h"

#include <net/if.h>
#include <sys/socket.h>

#include <algorithm>
#include <charconv>

namespace nlw {
namespace {

// dev_valid_name of the Linux kernel.
bool IsInterfaceName(const std::string& name) {
  return !name.empty() && name.size() < IFNAMSIZ && name != "." &&
         name != ".." && name.find_first_of("/: \t\n") == name.npos;
}

int AddressBits(const rtc::IPAddress& address) {
  return address.family() == AF_INET6 ? 128 : 32;
}

}  // namespace

bool NetworkPolicy::IsValidEntry(const std::string& entry) {
  return InterfaceFilter::Rule::Parse(entry).has_value();
}

std::optional<InterfaceFilter::Rule> InterfaceFilter::Rule::Parse(
    const std::string& entry) {
  Rule rule;
  const size_t slash = entry.find('/');
  if (!rtc::IPFromString(entry.substr(0, slash), &rule.prefix)) {
    if (!IsInterfaceName(entry))
      return std::nullopt;
    rule.name = entry;
    return rule;
  }
  rule.length = AddressBits(rule.prefix);
  if (slash != entry.npos) {
    const char* const begin = entry.data() + slash + 1;
    const char* const end = entry.data() + entry.size();
    int length = -1;
    auto parsed = std::from_chars(begin, end, length);
    if (begin == end || parsed.ec != std::errc() || parsed.ptr != end ||
        length < 0 || length > rule.length) {
      return std::nullopt;
    }
    rule.length = length;
  }
  rule.prefix = rtc::TruncateIP(rule.prefix, rule.length);
  return rule;
}

bool InterfaceFilter::Rule::Matches(const std::string& interface_name,
                                    const rtc::IPAddress& address) const {
  if (!name.empty())
    return name == interface_name;
  return address.family() == prefix.family() &&
         rtc::TruncateIP(address, length) == prefix;
}

std::vector<InterfaceFilter::Rule> InterfaceFilter::ParseAll(
    const std::vector<std::string>& entries) {
  std::vector<Rule> rules;
  for (const std::string& entry : entries) {
    if (std::optional<Rule> rule = Rule::Parse(entry))
      rules.push_back(std::move(*rule));
  }
  return rules;
}

InterfaceFilter::InterfaceFilter(const NetworkPolicy& policy)
    : restricted_(!policy.allow.empty()),
      allow_(ParseAll(policy.allow)),
      deny_(ParseAll(policy.deny)),
      link_local_(policy.link_local),
      ipv6_(policy.ipv6) {}

bool InterfaceFilter::Allows(const std::string& interface_name,
                             const rtc::IPAddress& address) const {
  if (address.family() == AF_INET6 && !ipv6_)
    return false;
  if (rtc::IPIsLinkLocal(address) && !link_local_)
    return false;
  auto matches = [&](const Rule& rule) {
    return rule.Matches(interface_name, address);
  };
  if (std::any_of(deny_.begin(), deny_.end(), matches))
    return false;
  return !restricted_ || std::any_of(allow_.begin(), allow_.end(), matches);
}

}  // namespace nlw
