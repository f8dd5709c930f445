#include "native/env/waits.h"

#include <algorithm>
#include <utility>

namespace nlw {

void Waits::Add(const char* site, int64_t nanoseconds) {
  Site& entry = sites_[site];
  const size_t slot = static_cast<size_t>(entry.count) % kMaxSamples;
  if (slot < entry.samples.size()) {
    entry.samples[slot] = nanoseconds;
  } else {
    entry.samples.push_back(nanoseconds);
  }
  entry.count += 1;
  entry.total += nanoseconds;
  entry.max = std::max(entry.max, nanoseconds);
}

Value Waits::Take() {
  Value::Object result;
  for (const auto& [name, site] : sites_) {
    Value::Array samples;
    for (int64_t sample : site.samples) {
      samples.emplace_back(static_cast<double>(sample));
    }
    result.push_back({name, Value::Object{
                                {"count", static_cast<double>(site.count)},
                                {"total", static_cast<double>(site.total)},
                                {"max", static_cast<double>(site.max)},
                                {"samples", std::move(samples)},
                            }});
  }
  sites_.clear();
  return result;
}

}  // namespace nlw
