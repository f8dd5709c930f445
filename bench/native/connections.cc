#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

#include "bench/native/figures.h"
#include "bench/native/lines.h"
#include "bench/native/peer.h"
#include "bench/native/process.h"

namespace bench {
namespace {

constexpr int kPairsBefore = 5;
constexpr std::chrono::milliseconds kSettle{500};
constexpr std::chrono::milliseconds kPause{20};

struct Pair {
  explicit Pair(Factory& factory) : offerer(factory), answerer(factory) {
    ConnectPeers(offerer, answerer);
  }
  Peer offerer;
  Peer answerer;
};

double Median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

// Milliseconds; the first run starts the library and does not count.
double MedianOf(int count, const std::function<double()>& run) {
  run();
  std::vector<double> times;
  for (int i = 0; i < count; ++i) {
    std::this_thread::sleep_for(kPause);
    times.push_back(run());
  }
  return Median(std::move(times));
}

}  // namespace

std::string MeasureFirstOffer(Factory& factory, const Options& options) {
  const double median = MedianOf(std::stoi(options.at("count")), [&] {
    const double start = Seconds();
    Peer peer(factory);
    peer.OpenChannel();
    peer.CreateOffer(false);
    return (Seconds() - start) * 1000;
  });
  return Json({{"firstOffer", median}});
}

std::string MeasureConnect(Factory& factory, const Options& options) {
  std::vector<double> cpu;
  const double median = MedianOf(std::stoi(options.at("count")), [&] {
    const double start = Seconds();
    const double cpu_start = CpuSeconds();
    const Pair pair(factory);
    cpu.push_back((CpuSeconds() - cpu_start) * 1000);
    return (Seconds() - start) * 1000;
  });
  cpu.erase(cpu.begin());
  return Json({{"connect", median}, {"connectCpu", Median(std::move(cpu))}});
}

std::string MeasureIdle(Factory& factory, const Options& options) {
  const int count = std::stoi(options.at("pairs"));
  std::vector<std::unique_ptr<Pair>> pairs;
  const auto connect = [&](int number) {
    for (int i = 0; i < number; ++i) {
      pairs.push_back(std::make_unique<Pair>(factory));
    }
    std::this_thread::sleep_for(kSettle);
    return ResidentKib();
  };
  const double before = connect(kPairsBefore);
  const double after = connect(count);
  return Json({{"memory", (after - before) / (2 * count)},
               {"threads", CountThreads() - 1}});
}

}  // namespace bench
