#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "bench/native/figures.h"
#include "bench/native/lines.h"
#include "bench/native/peer.h"
#include "bench/native/process.h"

namespace bench {
namespace {

constexpr int kPairsBefore = 3;
constexpr std::chrono::milliseconds kSettle{500};

struct Pair {
  explicit Pair(Factory& factory) : offerer(factory), answerer(factory) {
    ConnectPeers(offerer, answerer);
  }
  Peer offerer;
  Peer answerer;
};

// Milliseconds; the first run starts the library and does not count.
double MedianOf(int count, const std::function<double()>& run) {
  run();
  std::vector<double> times;
  for (int i = 0; i < count; ++i) {
    times.push_back(run());
  }
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
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
  const double median = MedianOf(std::stoi(options.at("count")), [&] {
    const double start = Seconds();
    const Pair pair(factory);
    return (Seconds() - start) * 1000;
  });
  return Json({{"connect", median}});
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
