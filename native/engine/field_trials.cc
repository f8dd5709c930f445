#include "native/engine/field_trials.h"

namespace nlw {
namespace {

struct Trial {
  absl::string_view key;
  absl::string_view value;
};

constexpr Trial kTrials[] = {
    // FlexFEC is offered and received, as Chrome does; it is not sent unless
    // WebRTC-FlexFEC-03 is set too, which adds an SSRC to every video m-line.
    {"WebRTC-FlexFEC-03-Advertised", "Enabled"},
    // libwebrtc leaves out IPv6 addresses made of the MAC address, to keep a
    // browser from being tracked. A server often has no other.
    {"WebRTC-AllowMACBasedIPv6", "Enabled"},
};

}  // namespace

std::string FieldTrials::Lookup(absl::string_view key) const {
  for (const Trial& trial : kTrials) {
    if (trial.key == key)
      return std::string(trial.value);
  }
  return std::string();
}

}  // namespace nlw
