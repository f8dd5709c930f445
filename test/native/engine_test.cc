#include "native/engine/engine.h"

#include <cstdio>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "native/engine/logging.h"
#include "native/engine/thread_check.h"
#include "test/native/check.h"
#include "test/native/peer.h"

namespace nlw {
namespace {

bool Contains(const std::string& text, const std::string& part) {
  return text.find(part) != text.npos;
}

void ConnectionsComeAndGoAndTheEngineLeavesNothing() {
  int descriptors = 0;
  for (int round = 0; round < 20; ++round) {
    std::unique_ptr<Engine> engine = Engine::Create();
    CHECK(engine);
    {
      Peer a(engine.get());
      Peer b(engine.get());
      Peer::Connect(a, b);
      CHECK(a.transports() == 1 && b.transports() == 1);
      for (int i = 0; i < 100; ++i) {
        a.Send(1000);
        b.Send(1000);
      }
      CHECK(Eventually([&] { return a.received() == 100; }));
      CHECK(Eventually([&] { return b.received() == 100; }));
      CHECK(CountThreads() <= 1 + 2 + 4);
    }
    engine = nullptr;
    CHECK(Eventually([] { return CountThreads() == 1; }));
    if (round == 0)
      descriptors = CountDescriptors();
    CHECK(CountDescriptors() == descriptors);
  }
}

void ManyConnectionsNeedNoMoreThreads() {
  std::unique_ptr<Engine> engine = Engine::Create();
  std::vector<std::unique_ptr<Peer>> peers;
  for (int i = 0; i < 20; ++i) {
    peers.push_back(std::make_unique<Peer>(engine.get()));
    peers.push_back(std::make_unique<Peer>(engine.get()));
    Peer::Connect(*peers[2 * i], *peers[2 * i + 1]);
  }
  CHECK(CountThreads() <= 1 + 2 + 4);
}

void EnginesLiveSideBySide() {
  std::vector<std::thread> users;
  for (int i = 0; i < 3; ++i) {
    users.emplace_back([] {
      std::unique_ptr<Engine> engine = Engine::Create();
      Peer a(engine.get());
      Peer b(engine.get());
      Peer::Connect(a, b);
    });
  }
  for (std::thread& user : users)
    user.join();
}

std::string OfferWith(Engine* engine, const NetworkPolicy& policy) {
  Peer peer(engine, policy);
  peer.OpenChannel();
  return peer.Describe();
}

void ThePolicyDecidesAboutCandidates() {
  std::unique_ptr<Engine> engine = Engine::Create();
  NetworkPolicy policy;

  policy.loopback = true;
  policy.allow = {"lo"};
  std::string offer = OfferWith(engine.get(), policy);
  CHECK(Contains(offer, " 127.0.0.1 ") && Contains(offer, " ::1 "));
  CHECK(Contains(offer, " tcp "));

  policy.ipv6 = false;
  policy.tcp_candidates = false;
  offer = OfferWith(engine.get(), policy);
  CHECK(Contains(offer, " 127.0.0.1 ") && !Contains(offer, " ::1 "));
  CHECK(!Contains(offer, " tcp "));

  // Nothing else is left: loopback is the last resort unless forbidden.
  policy.loopback.reset();
  CHECK(Contains(OfferWith(engine.get(), policy), " 127.0.0.1 "));
  policy.loopback = false;
  CHECK(!Contains(OfferWith(engine.get(), policy), "a=candidate"));

  policy.loopback = true;
  policy.allow = {"127.0.0.0/8"};
  CHECK(Contains(OfferWith(engine.get(), policy), " 127.0.0.1 "));
  policy.deny = {"127.0.0.1"};
  CHECK(!Contains(OfferWith(engine.get(), policy), "a=candidate"));
  policy.deny = {"lo"};
  CHECK(!Contains(OfferWith(engine.get(), policy), "a=candidate"));
  policy.deny = {};

  policy.min_port = 42100;
  policy.max_port = 42109;
  CHECK(Contains(OfferWith(engine.get(), policy), " 127.0.0.1 4210"));
  policy.max_port = 42000;
  Peer* const nobody = nullptr;
  CHECK(engine->CreatePeerConnection({}, policy, nobody, nullptr)
            .error()
            .type() == webrtc::RTCErrorType::INVALID_RANGE);

  for (const char* valid :
       {"eth0", "10.0.0.7", "10.0.0.0/8", "::1", "fd00::/8"})
    CHECK(NetworkPolicy::IsValidEntry(valid));
  for (const char* invalid : {"", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1",
                              "a/b", "a b", "an-interface-name-too-long"}) {
    CHECK(!NetworkPolicy::IsValidEntry(invalid));
  }
}

void TheOfferListsTheCodecs() {
  std::unique_ptr<Engine> engine = Engine::Create();
  Peer peer(engine.get());
  auto* connection = peer.connection();
  CHECK(connection->AddTransceiver(cricket::MEDIA_TYPE_AUDIO).ok());
  CHECK(connection->AddTransceiver(cricket::MEDIA_TYPE_VIDEO).ok());
  const std::string offer = peer.Describe();
  for (const char* codec :
       {"opus/48000/2", "red/48000/2", "G722/8000", "PCMU/8000", "PCMA/8000",
        "CN/8000", "telephone-event/48000", "VP8/90000", "VP9/90000",
        "profile-id=0", "profile-id=2", "flexfec-03/90000", "ulpfec/90000"}) {
    if (!Contains(offer, codec)) {
      std::fprintf(stderr, "no %s in\n%s", codec, offer.c_str());
      CHECK(false);
    }
  }
}

void MediaFlowsWithoutADevice() {
  std::unique_ptr<Engine> engine = Engine::Create();
  Peer a(engine.get());
  Peer b(engine.get());
  auto source = engine->factory()->CreateAudioSource(cricket::AudioOptions());
  auto track = engine->factory()->CreateAudioTrack("audio", source.get());
  CHECK(a.connection()->AddTrack(track, {"stream"}).ok());
  Peer::Connect(a, b);
  // Playout has begun: its statistics move.
  struct Collector : webrtc::RTCStatsCollectorCallback {
    void OnStatsDelivered(
        const rtc::scoped_refptr<const webrtc::RTCStatsReport>& report)
        override {
      json = report->ToJson();
      done.Set();
    }
    std::string json;
    rtc::Event done;
  };
  auto playout = [&] {
    auto collector = rtc::make_ref_counted<Collector>();
    b.connection()->GetStats(collector.get());
    CHECK(collector->done.Wait(webrtc::TimeDelta::Seconds(5)));
    const size_t at = collector->json.find("\"totalSamplesCount\":");
    return at != std::string::npos &&
           std::atoi(collector->json.c_str() + at + 20) > 4800;
  };
  CHECK(Eventually(playout));
}

void LogsReachTheirSubscribers() {
  std::atomic<int> all{0};
  std::atomic<int> filtered{0};
  const LogSubscription first =
      SubscribeToLog(rtc::LS_INFO, "", [&](const LogEntry&) { ++all; });
  const LogSubscription second = SubscribeToLog(
      rtc::LS_INFO, "peer_connection", [&](const LogEntry& entry) {
        CHECK(Contains(entry.source, "peer_connection"));
        ++filtered;
      });
  CHECK(first != second && first != 0);
  std::unique_ptr<Engine> engine = Engine::Create();
  { Peer peer(engine.get()); }
  CHECK(all > filtered && filtered > 0);
  UnsubscribeFromLog(first);
  UnsubscribeFromLog(second);
  UnsubscribeFromLog(second);
  const int before = all;
  { Peer peer(engine.get()); }
  CHECK(all == before);
}

void ThreadsKnowThemselves() {
  std::unique_ptr<Engine> engine = Engine::Create();
  engine->signaling()->BlockingCall(
      [&] { NLW_DCHECK_RUN_ON(engine->signaling()); });
  engine->network()->BlockingCall(
      [&] { NLW_DCHECK_RUN_ON(engine->network()); });
  engine->worker()->BlockingCall([&] { NLW_DCHECK_RUN_ON(engine->worker()); });
}

}  // namespace
}  // namespace nlw

int main() {
  nlw::ConnectionsComeAndGoAndTheEngineLeavesNothing();
  nlw::ManyConnectionsNeedNoMoreThreads();
  nlw::EnginesLiveSideBySide();
  nlw::ThePolicyDecidesAboutCandidates();
  nlw::TheOfferListsTheCodecs();
  nlw::MediaFlowsWithoutADevice();
  nlw::LogsReachTheirSubscribers();
  nlw::ThreadsKnowThemselves();
  std::puts("engine_test: ok");
  return 0;
}
