#ifndef BENCH_NATIVE_LINES_H_
#define BENCH_NATIVE_LINES_H_

#include <string>
#include <vector>

namespace bench {

// The protocol of bench/driver/lines.mjs.

// Any thread.
void Say(const std::string& word, const std::vector<std::string>& args = {});

// Blocks; the word and its arguments. Empty at the end of the input.
std::vector<std::string> Listen();

// `{"name":value,...}`
std::string Json(const std::vector<std::pair<std::string, double>>& members);

}  // namespace bench

#endif  // BENCH_NATIVE_LINES_H_
