#include "native/engine/codec_policy.h"

#include <array>
#include <utility>
#include <vector>

#include "api/function_view.h"
#include "native/codecs/offered_codecs.h"
#include "native/link/description_codecs.h"

namespace nlw {
namespace {

using Codecs = std::vector<cricket::Codec>;
using Extensions = std::vector<webrtc::RtpHeaderExtensionCapability>;

// Codecs as they were listed under one policy: libwebrtc asks for each
// connection anew, and its engines make the whole list each time. Signaling
// thread.
class ListedCodecs {
 public:
  // `list` runs when the policy is another one than the last time.
  const Codecs& Under(std::shared_ptr<const CodecPolicy> policy,
                      rtc::FunctionView<Codecs(const CodecPolicy&)> list) {
    if (policy_ != policy) {
      codecs_ = list(*policy);
      policy_ = std::move(policy);
    }
    return codecs_;
  }

 private:
  std::shared_ptr<const CodecPolicy> policy_;
  Codecs codecs_;
};

class VoiceEngine final : public cricket::VoiceEngineInterface {
 public:
  VoiceEngine(cricket::VoiceEngineInterface& engine,
              const CurrentCodecPolicy& policy)
      : engine_(engine), policy_(policy) {}

  void Init() override { engine_.Init(); }
  rtc::scoped_refptr<webrtc::AudioState> GetAudioState() const override {
    return engine_.GetAudioState();
  }
  std::unique_ptr<cricket::VoiceMediaSendChannelInterface> CreateSendChannel(
      webrtc::Call* call,
      const cricket::MediaConfig& config,
      const cricket::AudioOptions& options,
      const webrtc::CryptoOptions& crypto_options,
      webrtc::AudioCodecPairId pair) override {
    return engine_.CreateSendChannel(call, config, options, crypto_options,
                                     pair);
  }
  std::unique_ptr<cricket::VoiceMediaReceiveChannelInterface>
  CreateReceiveChannel(webrtc::Call* call,
                       const cricket::MediaConfig& config,
                       const cricket::AudioOptions& options,
                       const webrtc::CryptoOptions& crypto_options,
                       webrtc::AudioCodecPairId pair) override {
    return engine_.CreateReceiveChannel(call, config, options, crypto_options,
                                        pair);
  }
  const Codecs& send_codecs() const override {
    return send_.Under(policy_.Get(), [this](const CodecPolicy& policy) {
      return OfferedAudio(policy.audio, engine_.send_codecs(), /*sends=*/true);
    });
  }
  const Codecs& recv_codecs() const override {
    return receive_.Under(policy_.Get(), [this](const CodecPolicy& policy) {
      return OfferedAudio(policy.audio, engine_.recv_codecs(), /*sends=*/false);
    });
  }
  bool StartAecDump(webrtc::FileWrapper file, int64_t max_size) override {
    return engine_.StartAecDump(std::move(file), max_size);
  }
  void StopAecDump() override { engine_.StopAecDump(); }
  absl::optional<webrtc::AudioDeviceModule::Stats> GetAudioDeviceStats()
      override {
    return engine_.GetAudioDeviceStats();
  }
  Extensions GetRtpHeaderExtensions() const override {
    return engine_.GetRtpHeaderExtensions();
  }

 private:
  cricket::VoiceEngineInterface& engine_;
  const CurrentCodecPolicy& policy_;
  mutable ListedCodecs send_;
  mutable ListedCodecs receive_;
};

class VideoEngine final : public cricket::VideoEngineInterface {
 public:
  VideoEngine(cricket::VideoEngineInterface& engine,
              const CurrentCodecPolicy& policy,
              const VideoCodecTables& tables)
      : engine_(engine),
        policy_(policy),
        encoders_(CandidatesOf(tables.encoders)),
        decoders_(CandidatesOf(tables.decoders)) {}

  std::unique_ptr<cricket::VideoMediaSendChannelInterface> CreateSendChannel(
      webrtc::Call* call,
      const cricket::MediaConfig& config,
      const cricket::VideoOptions& options,
      const webrtc::CryptoOptions& crypto_options,
      webrtc::VideoBitrateAllocatorFactory* allocators) override {
    return engine_.CreateSendChannel(call, config, options, crypto_options,
                                     allocators);
  }
  std::unique_ptr<cricket::VideoMediaReceiveChannelInterface>
  CreateReceiveChannel(webrtc::Call* call,
                       const cricket::MediaConfig& config,
                       const cricket::VideoOptions& options,
                       const webrtc::CryptoOptions& crypto_options) override {
    return engine_.CreateReceiveChannel(call, config, options, crypto_options);
  }
  Codecs send_codecs() const override { return send_codecs(true); }
  Codecs recv_codecs() const override { return recv_codecs(true); }
  Codecs send_codecs(bool include_rtx) const override {
    return send_[include_rtx].Under(
        policy_.Get(), [&](const CodecPolicy& policy) {
          return OfferedVideo(policy.video, engine_.send_codecs(include_rtx),
                              encoders_, /*sends=*/true);
        });
  }
  Codecs recv_codecs(bool include_rtx) const override {
    return receive_[include_rtx].Under(
        policy_.Get(), [&](const CodecPolicy& policy) {
          return OfferedVideo(policy.video, engine_.recv_codecs(include_rtx),
                              decoders_, /*sends=*/false);
        });
  }
  Extensions GetRtpHeaderExtensions() const override {
    return engine_.GetRtpHeaderExtensions();
  }

 private:
  cricket::VideoEngineInterface& engine_;
  const CurrentCodecPolicy& policy_;
  const std::vector<CodecCandidate> encoders_;
  const std::vector<CodecCandidate> decoders_;
  // Without RTX, and with.
  mutable std::array<ListedCodecs, 2> send_;
  mutable std::array<ListedCodecs, 2> receive_;
};

class MediaEngine final : public cricket::MediaEngineInterface,
                          public HasDescriptionCodecs {
 public:
  MediaEngine(std::unique_ptr<cricket::MediaEngineInterface> engine,
              const CurrentCodecPolicy& policy,
              const VideoCodecTables& tables)
      : engine_(std::move(engine)),
        policy_(policy),
        voice_(engine_->voice(), policy),
        video_(engine_->video(), policy, tables) {}

  bool Init() override { return engine_->Init(); }
  cricket::VoiceEngineInterface& voice() override { return voice_; }
  cricket::VideoEngineInterface& video() override { return video_; }
  const cricket::VoiceEngineInterface& voice() const override { return voice_; }
  const cricket::VideoEngineInterface& video() const override { return video_; }
  std::shared_ptr<DescriptionCodecs>& description_codecs() override {
    std::shared_ptr<const CodecPolicy> policy = policy_.Get();
    if (policy != policy_of_description_codecs_) {
      policy_of_description_codecs_ = std::move(policy);
      description_codecs_ = nullptr;
    }
    return description_codecs_;
  }

 private:
  const std::unique_ptr<cricket::MediaEngineInterface> engine_;
  const CurrentCodecPolicy& policy_;
  VoiceEngine voice_;
  VideoEngine video_;
  std::shared_ptr<const CodecPolicy> policy_of_description_codecs_;
  std::shared_ptr<DescriptionCodecs> description_codecs_;
};

class MediaFactory final : public webrtc::MediaFactory {
 public:
  MediaFactory(std::unique_ptr<webrtc::MediaFactory> factory,
               const CurrentCodecPolicy& policy,
               const VideoCodecTables& tables)
      : factory_(std::move(factory)), policy_(policy), tables_(tables) {}

  std::unique_ptr<webrtc::Call> CreateCall(
      const webrtc::CallConfig& config) override {
    return factory_->CreateCall(config);
  }
  std::unique_ptr<cricket::MediaEngineInterface> CreateMediaEngine(
      const webrtc::Environment& env,
      webrtc::PeerConnectionFactoryDependencies& dependencies) override {
    return std::make_unique<MediaEngine>(
        factory_->CreateMediaEngine(env, dependencies), policy_, tables_);
  }

 private:
  const std::unique_ptr<webrtc::MediaFactory> factory_;
  const CurrentCodecPolicy& policy_;
  const VideoCodecTables tables_;
};

}  // namespace

std::unique_ptr<webrtc::MediaFactory> ApplyCodecPolicy(
    std::unique_ptr<webrtc::MediaFactory> factory,
    const CurrentCodecPolicy& policy,
    const VideoCodecTables& tables) {
  return std::make_unique<MediaFactory>(std::move(factory), policy, tables);
}

}  // namespace nlw
