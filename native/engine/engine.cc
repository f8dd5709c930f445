#include "native/engine/engine.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "api/enable_media.h"
#include "native/codecs/audio_codecs.h"
#include "native/codecs/video_decoder_factory.h"
#include "native/codecs/video_encoder_factory.h"
#include "native/engine/audio_device.h"
#include "native/engine/codec_policy.h"
#include "native/engine/dtls_stock.h"
#include "native/engine/field_trials.h"
#include "native/engine/host_resolver.h"
#include "native/engine/ice_transport_factory.h"
#include "native/engine/lookup_threads.h"
#include "native/engine/mdns_client.h"
#include "native/engine/packet_socket_factory.h"
#include "native/engine/port_allocator.h"
#include "native/engine/sctp/sctp_transport_factory.h"
#include "native/engine/shared_networks.h"
#include "native/engine/sockets/batching_socket_server.h"
#include "native/engine/ssl_init.h"
#include "native/engine/task_queue_pool.h"

namespace nlw {
namespace {

constexpr unsigned kMaxPoolThreads = 4;

using Configuration = webrtc::PeerConnectionInterface::RTCConfiguration;
using ConnectionOrError =
    webrtc::RTCErrorOr<rtc::scoped_refptr<webrtc::PeerConnectionInterface>>;

}  // namespace

struct Engine::Parts {
  Parts(rtc::Thread* thread, BatchingSocketServer* sockets)
      : pool(std::make_shared<TaskQueuePool>(static_cast<int>(
            std::min(kMaxPoolThreads, std::thread::hardware_concurrency())))),
        task_queues(pool->CreateFactory()),
        timer(std::make_unique<SharedTimer>(*task_queues)),
        lookups(std::make_shared<LookupThreads>()),
        mdns(thread, sockets),
        server_names(HostResolverFactory::Order::kSystemFirst, &mdns, lookups),
        networks(thread, sockets, &trials),
        packet_sockets(sockets, &server_names),
        dtls_stock(std::make_unique<DtlsStock>(thread, *task_queues)) {}

  ~Parts() {
    lookups->Close();
    dtls_stock = nullptr;
    timer = nullptr;
    pool->Stop();
  }

  const FieldTrials trials;
  const std::shared_ptr<TaskQueuePool> pool;
  const std::unique_ptr<webrtc::TaskQueueFactory> task_queues;
  std::unique_ptr<SharedTimer> timer;
  const std::shared_ptr<LookupThreads> lookups;
  MdnsClient mdns;
  HostResolverFactory server_names;
  SharedNetworks networks;
  PacketSocketFactory packet_sockets;
  std::unique_ptr<DtlsStock> dtls_stock;
  rtc::scoped_refptr<webrtc::PeerConnectionFactoryInterface> factory;
};

std::unique_ptr<Engine> Engine::Create(const VideoCodecTables& tables) {
  std::unique_ptr<Engine> engine(new Engine());
  return engine->Start(tables) ? std::move(engine) : nullptr;
}

Engine::Engine() = default;

bool Engine::Start(const VideoCodecTables& tables) {
  InitializeSslOnce();

  auto sockets = std::make_unique<BatchingSocketServer>();
  BatchingSocketServer* const socket_server = sockets.get();
  thread_ = std::make_unique<rtc::Thread>(std::move(sockets));
  parts_ = std::make_unique<Parts>(thread_.get(), socket_server);
  thread_->SetName("nlw-engine", nullptr);
  if (!thread_->Start())
    return false;

  webrtc::PeerConnectionFactoryDependencies dependencies;
  dependencies.network_thread = network();
  dependencies.worker_thread = worker();
  dependencies.signaling_thread = signaling();
  dependencies.socket_factory = socket_server;
  dependencies.task_queue_factory = parts_->pool->CreateFactory();
  dependencies.sctp_factory = CreateSctpTransportFactory(network());
  dependencies.trials = std::make_unique<FieldTrials>();
  worker()->BlockingCall([&] {
    parts_->dtls_stock->ServeThisThread();
    dependencies.adm = CreateAudioDevice(*parts_->task_queues, received_audio_);
  });
  dependencies.audio_mixer = received_audio_;
  dependencies.audio_encoder_factory = CreateAudioEncoders();
  dependencies.audio_decoder_factory = CreateAudioDecoders();
  dependencies.video_encoder_factory =
      CreateVideoEncoders(parts_->trials, codec_policy_, tables.encoders);
  dependencies.video_decoder_factory =
      CreateVideoDecoders(codec_policy_, tables.decoders);
  webrtc::EnableMedia(dependencies);
  dependencies.media_factory = ApplyCodecPolicy(
      std::move(dependencies.media_factory), codec_policy_, tables);

  parts_->factory =
      webrtc::CreateModularPeerConnectionFactory(std::move(dependencies));
  if (!parts_->factory)
    return false;

  webrtc::PeerConnectionFactoryInterface::Options options;
  // ConnectionNetworks decides about loopback.
  options.network_ignore_mask = 0;
  parts_->factory->SetOptions(options);
  return true;
}

Engine::~Engine() {
  if (parts_->factory) {
    // What was posted before runs first.
    thread_->BlockingCall([this] {
      tenants_.MoveOut();
      parts_->factory = nullptr;
    });
    // What the end of the connections and of the factory posted, and what that
    // posted.
    thread_->BlockingCall([] {});
    thread_->BlockingCall([] {});
  }
  thread_->Stop();
  parts_ = nullptr;
}

webrtc::TaskQueueFactory& Engine::task_queues() const {
  return *parts_->task_queues;
}

SharedTimer& Engine::timer() const {
  return *parts_->timer;
}

webrtc::PeerConnectionFactoryInterface* Engine::factory() const {
  return parts_->factory.get();
}

void Engine::ApplyPolicy(const NetworkPolicy& policy,
                         Configuration& configuration) {
  configuration.tcp_candidate_policy =
      policy.tcp_candidates
          ? webrtc::PeerConnectionInterface::kTcpCandidatePolicyEnabled
          : webrtc::PeerConnectionInterface::kTcpCandidatePolicyDisabled;
  configuration.set_min_port(policy.min_port);
  configuration.set_max_port(policy.max_port);
}

ConnectionOrError Engine::CreatePeerConnection(
    const Configuration& configuration,
    const NetworkPolicy& policy,
    webrtc::PeerConnectionObserver* observer,
    std::shared_ptr<IceTransportListener> listener) {
  return signaling()->BlockingCall([&]() -> ConnectionOrError {
    webrtc::PeerConnectionDependencies dependencies(observer);
    dependencies.allocator = CreatePortAllocator(
        policy, &parts_->networks, &parts_->packet_sockets, &parts_->trials);
    if (!dependencies.allocator) {
      return webrtc::RTCError(webrtc::RTCErrorType::INVALID_RANGE,
                              "The port range ends before it begins");
    }
    dependencies.async_dns_resolver_factory =
        std::make_unique<HostResolverFactory>(
            HostResolverFactory::Order::kMulticastOnly, &parts_->mdns,
            parts_->lookups);
    dependencies.ice_transport_factory =
        CreateIceTransportFactory(network(), std::move(listener));

    dependencies.cert_generator = parts_->dtls_stock->CreateGenerator();

    Configuration applied = configuration;
    ApplyPolicy(policy, applied);
    return parts_->factory->CreatePeerConnectionOrError(
        applied, std::move(dependencies));
  });
}

}  // namespace nlw
