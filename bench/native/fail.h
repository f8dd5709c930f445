#ifndef BENCH_NATIVE_FAIL_H_
#define BENCH_NATIVE_FAIL_H_

#include <string>

namespace bench {

// Says why on stderr and ends the process with exit code 1.
[[noreturn]] void Fail(const std::string& reason);

}  // namespace bench

#endif  // BENCH_NATIVE_FAIL_H_
