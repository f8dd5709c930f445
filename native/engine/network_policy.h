#ifndef NATIVE_ENGINE_NETWORK_POLICY_H_
#define NATIVE_ENGINE_NETWORK_POLICY_H_

#include <optional>
#include <string>
#include <vector>

namespace nlw {

// How one connection may use the machine's network.
struct NetworkPolicy {
  // UDP and TCP ports to bind, both ends inclusive; 0 and 0 mean any.
  int min_port = 0;
  int max_port = 0;
  bool tcp_candidates = true;
  // Interface names (`eth0`), addresses (`10.0.0.7`) or prefixes
  // (`10.0.0.0/8`). An empty `allow` allows all; `deny` wins.
  std::vector<std::string> allow;
  std::vector<std::string> deny;
  // nullopt: loopback is used only when no other interface can be.
  std::optional<bool> loopback;
  bool link_local = false;
  bool ipv6 = true;

  // True for a string that can stand in `allow` and `deny`.
  static bool IsValidEntry(const std::string& entry);
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_NETWORK_POLICY_H_
