#include "native/observers/connection.h"

#include <utility>
#include <vector>

#include "native/convert/facts.h"
#include "native/engine/thread_check.h"
#include "native/env/target_id.h"
#include "pc/ice_server_parsing.h"

namespace nlw {

using webrtc::RTCError;

Connection::Connection(Engine& engine,
                       std::shared_ptr<JsThread> door,
                       Configuration configuration,
                       NetworkPolicy policy)
    : engine_(engine),
      signaling_(engine.signaling()),
      network_(engine.network()),
      door_(std::move(door)),
      id_(NextTargetId()),
      transports_(std::make_shared<Transports>(network_, door_)),
      configuration_(std::move(configuration)),
      policy_(std::move(policy)) {}

Connection::~Connection() = default;

RTCError Connection::Validate(const Configuration& configuration) {
  cricket::ServerAddresses stun_servers;
  std::vector<cricket::RelayServerConfig> turn_servers;
  return webrtc::ParseIceServersOrError(configuration.servers, &stun_servers,
                                        &turn_servers);
}

void Connection::Start() {
  NLW_DCHECK_RUN_ON(signaling_);
  if (state_ != State::kNew) {
    return;
  }
  auto result =
      engine_.CreatePeerConnection(configuration_, policy_, this, transports_);
  if (result.ok()) {
    state_ = State::kStarted;
    connection_ = result.MoveValue();
  } else {
    state_ = State::kFailed;
    start_error_ = result.MoveError();
  }
}

bool Connection::CanServe(int request) {
  NLW_DCHECK_RUN_ON(signaling_);
  if (state_ == State::kFailed) {
    door_->PostSettlement(request, ErrorFact(start_error_), Value());
  }
  return state_ == State::kStarted;
}

void Connection::RestartIce() {
  NLW_DCHECK_RUN_ON(signaling_);
  if (connection_) {
    connection_->RestartIce();
  }
}

void Connection::ShouldFireNegotiationNeeded(int request, uint32_t event_id) {
  if (CanServe(request)) {
    door_->PostSettlement(
        request, Value(),
        connection_->ShouldFireNegotiationNeededEvent(event_id));
  }
}

std::shared_ptr<Channel> Connection::NewChannel() {
  return std::make_shared<Channel>(
      network_, door_,
      [signaling = signaling_, weak = weak_from_this()](int id) {
        signaling->PostTask([weak, id] {
          if (const auto self = weak.lock()) {
            self->ReleaseChannel(id);
          }
        });
      });
}

void Connection::CreateDataChannel(std::shared_ptr<Channel> channel,
                                   const std::string& label,
                                   const webrtc::DataChannelInit& init) {
  NLW_DCHECK_RUN_ON(signaling_);
  if (!connection_) {
    channel->Fail(Unavailable());
    return;
  }
  auto result = connection_->CreateDataChannelOrError(label, &init);
  if (!result.ok()) {
    channel->Fail(result.error());
    return;
  }
  channels_[channel->id()] = channel;
  channel->Attach(result.MoveValue());
}

webrtc::RTCErrorOr<Value> Connection::CreateDataChannelNow(
    const std::string& label,
    const webrtc::DataChannelInit& init) {
  if (!connection_) {
    return Unavailable();
  }
  auto result = connection_->CreateDataChannelOrError(label, &init);
  if (!result.ok()) {
    return result.MoveError();
  }
  const std::shared_ptr<Channel> channel = NewChannel();
  channels_[channel->id()] = channel;
  Value facts;
  channel->Attach(result.MoveValue(),
                  [&](Value value) { facts = std::move(value); });
  return facts;
}

RTCError Connection::SetConfiguration(const Configuration& configuration) {
  return connection_ ? connection_->SetConfiguration(configuration)
                     : Unavailable();
}

RTCError Connection::SetBitrate(const webrtc::BitrateSettings& bitrate) {
  return connection_ ? connection_->SetBitrate(bitrate) : Unavailable();
}

RTCError Connection::Unavailable() const {
  return state_ == State::kFailed
             ? start_error_
             : RTCError(webrtc::RTCErrorType::INVALID_STATE,
                        "The connection is closed");
}

void Connection::Close() {
  NLW_DCHECK_RUN_ON(signaling_);
  state_ = State::kClosed;
  if (!connection_) {
    return;
  }
  const auto connection = std::move(connection_);
  created_ = nullptr;
  for (const auto& [key, transceiver] : std::exchange(transceivers_, {})) {
    transceiver->Release();
  }
  connection->Close();
  for (const auto& [id, channel] : std::exchange(channels_, {})) {
    channel->Release();
  }
  network_->BlockingCall([this] { transports_->Release(); });
}

void Connection::ReleaseChannel(int id) {
  NLW_DCHECK_RUN_ON(signaling_);
  const auto found = channels_.find(id);
  if (found != channels_.end()) {
    const std::shared_ptr<Channel> channel = std::move(found->second);
    channels_.erase(found);
    channel->Release();
  }
}

}  // namespace nlw
