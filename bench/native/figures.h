#ifndef BENCH_NATIVE_FIGURES_H_
#define BENCH_NATIVE_FIGURES_H_

#include <map>
#include <string>

#include "bench/native/factory.h"

namespace bench {

using Options = std::map<std::string, std::string>;

// The figures of bench/figures, each with the same options and results. They
// return JSON.
std::string MeasureCreateOffer(Factory& factory, const Options& options);
std::string MeasureFirstOffer(Factory& factory, const Options& options);
std::string MeasureConnect(Factory& factory, const Options& options);
std::string MeasureIdle(Factory& factory, const Options& options);

// One side of a channel between two processes; returns at the end of the
// input.
void ServeChannel(Factory& factory, const Options& options);

}  // namespace bench

#endif  // BENCH_NATIVE_FIGURES_H_
