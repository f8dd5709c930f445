#include <functional>
#include <memory>
#include <vector>

#include "bench/native/figures.h"
#include "bench/native/lines.h"
#include "bench/native/peer.h"
#include "bench/native/process.h"

namespace bench {
namespace {

constexpr int kConnections = 10;
constexpr int kBurst = 10;

struct Offers {
  // Per second.
  double rate;
  // Microseconds of processor time of one.
  double cpu;
};

struct Repeated {
  int count;
  double seconds;
};

Repeated Repeat(double ms, int offers, const std::function<void()>& work) {
  const double start = Seconds();
  int count = 0;
  double elapsed = 0;
  do {
    work();
    count += offers;
    elapsed = Seconds() - start;
  } while (elapsed * 1000 < ms);
  return {count, elapsed};
}

// After half as long unmeasured, as in bench/figures/create-offer.mjs.
Offers MeasureOffers(double ms, int offers, const std::function<void()>& work) {
  Repeat(ms / 2, offers, work);
  const double cpu_start = CpuSeconds();
  const auto [count, seconds] = Repeat(ms, offers, work);
  return {count / seconds, (CpuSeconds() - cpu_start) / count * 1e6};
}

// Asked for on the signaling thread, where nothing blocks.
void OfferAtOnce(Factory& factory,
                 const std::vector<std::unique_ptr<Peer>>& peers,
                 bool media) {
  int missing = kConnections * kBurst;
  rtc::Event done;
  factory.signaling()->PostTask([&] {
    for (const auto& peer : peers) {
      for (int i = 0; i < kBurst; ++i) {
        peer->RequestOffer(media, [&](std::string) {
          if (--missing == 0) {
            done.Set();
          }
        });
      }
    }
  });
  done.Wait(rtc::Event::kForever);
}

}  // namespace

std::string MeasureCreateOffer(Factory& factory, const Options& options) {
  const double ms = std::stod(options.at("ms"));
  std::vector<std::pair<std::string, double>> result;
  for (const bool media : {false, true}) {
    std::vector<std::unique_ptr<Peer>> peers;
    for (int i = 0; i < kConnections; ++i) {
      peers.push_back(std::make_unique<Peer>(factory));
      peers.back()->OpenChannel();
      peers.back()->CreateOffer(media);
    }
    const std::string kind = media ? "Media" : "Data";
    const auto one = [&] { peers.front()->CreateOffer(media); };
    const auto burst = [&] { OfferAtOnce(factory, peers, media); };
    result.emplace_back("sequential" + kind, MeasureOffers(ms, 1, one).rate);
    const Offers parallel = MeasureOffers(ms, kConnections * kBurst, burst);
    result.emplace_back("parallel" + kind, parallel.rate);
    result.emplace_back("cpu" + kind, parallel.cpu);
  }
  return Json(result);
}

}  // namespace bench
