#include "bench/native/factory.h"

#include <utility>

#include "api/enable_media.h"
#include "api/task_queue/default_task_queue_factory.h"
#include "native/codecs/audio_codecs.h"
#include "native/codecs/video_decoder_factory.h"
#include "native/codecs/video_encoder_factory.h"
#include "native/engine/audio_device.h"
#include "native/engine/engine.h"
#include "native/engine/field_trials.h"
#include "native/engine/received_audio.h"
#include "native/engine/ssl_init.h"

namespace bench {
namespace {

using webrtc::PeerConnectionInterface;
using Configuration = PeerConnectionInterface::RTCConfiguration;

class PlainFactory final : public Factory {
 public:
  PlainFactory()
      : network_(rtc::Thread::CreateWithSocketServer()),
        worker_(rtc::Thread::Create()),
        signaling_(rtc::Thread::Create()),
        device_queues_(webrtc::CreateDefaultTaskQueueFactory()) {
    nlw::InitializeSslOnce();
    network_->SetName("network", nullptr);
    worker_->SetName("worker", nullptr);
    signaling_->SetName("signaling", nullptr);
    network_->Start();
    worker_->Start();
    signaling_->Start();
    webrtc::PeerConnectionFactoryDependencies dependencies;
    dependencies.network_thread = network_.get();
    dependencies.worker_thread = worker_.get();
    dependencies.signaling_thread = signaling_.get();
    dependencies.task_queue_factory = webrtc::CreateDefaultTaskQueueFactory();
    // libwebrtc's own need FFmpeg and a sound card.
    const auto received_audio = nlw::ReceivedAudio::Create();
    worker_->BlockingCall([&] {
      dependencies.adm =
          nlw::CreateAudioDevice(*device_queues_, received_audio);
    });
    dependencies.audio_mixer = received_audio;
    dependencies.audio_encoder_factory = nlw::CreateAudioEncoders();
    dependencies.audio_decoder_factory = nlw::CreateAudioDecoders();
    dependencies.video_encoder_factory =
        nlw::CreateVideoEncoders(trials_, policy_, nlw::VideoEncoderTable());
    dependencies.video_decoder_factory =
        nlw::CreateVideoDecoders(policy_, nlw::VideoDecoderTable());
    webrtc::EnableMedia(dependencies);
    factory_ =
        webrtc::CreateModularPeerConnectionFactory(std::move(dependencies));
  }

  rtc::scoped_refptr<PeerConnectionInterface> Connection(
      webrtc::PeerConnectionObserver* observer) override {
    return factory_
        ->CreatePeerConnectionOrError(
            Configuration(), webrtc::PeerConnectionDependencies(observer))
        .MoveValue();
  }

  rtc::Thread* signaling() const override { return signaling_.get(); }

 private:
  const std::unique_ptr<rtc::Thread> network_;
  const std::unique_ptr<rtc::Thread> worker_;
  const std::unique_ptr<rtc::Thread> signaling_;
  const std::unique_ptr<webrtc::TaskQueueFactory> device_queues_;
  const nlw::FieldTrials trials_;
  nlw::CurrentCodecPolicy policy_;
  rtc::scoped_refptr<webrtc::PeerConnectionFactoryInterface> factory_;
};

class EngineFactory final : public Factory {
 public:
  rtc::scoped_refptr<PeerConnectionInterface> Connection(
      webrtc::PeerConnectionObserver* observer) override {
    return engine_->CreatePeerConnection(Configuration(), {}, observer, nullptr)
        .MoveValue();
  }

  rtc::Thread* signaling() const override { return engine_->signaling(); }

 private:
  const std::unique_ptr<nlw::Engine> engine_ = nlw::Engine::Create();
};

}  // namespace

std::unique_ptr<Factory> CreateFactory(const std::string& name) {
  if (name == "plain") {
    return std::make_unique<PlainFactory>();
  }
  if (name == "engine") {
    return std::make_unique<EngineFactory>();
  }
  return nullptr;
}

}  // namespace bench
