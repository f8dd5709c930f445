#ifndef NATIVE_ENV_WAITS_H_
#define NATIVE_ENV_WAITS_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "native/env/value.h"

namespace nlw {

// How long JavaScript waited inside native calls, by call site, for
// bench/waits. JavaScript thread only.
class Waits {
 public:
  void Add(const char* site, int64_t nanoseconds);

  // { site: { count, total, max, samples } }, nanoseconds; then starts anew.
  Value Take();

 private:
  // The newest of these many are kept for percentiles.
  static constexpr size_t kMaxSamples = 4096;

  struct Site {
    int64_t count = 0;
    int64_t total = 0;
    int64_t max = 0;
    std::vector<int64_t> samples;
  };
  std::map<std::string, Site> sites_;
};

}  // namespace nlw

#endif  // NATIVE_ENV_WAITS_H_
