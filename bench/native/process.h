#ifndef BENCH_NATIVE_PROCESS_H_
#define BENCH_NATIVE_PROCESS_H_

namespace bench {

// What this process uses.

int CountThreads();
double ResidentKib();
// Seconds of processor time of all threads so far.
double CpuSeconds();
// Of a clock that only goes on.
double Seconds();

}  // namespace bench

#endif  // BENCH_NATIVE_PROCESS_H_
