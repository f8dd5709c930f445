#include "native/observers/connection.h"

#include <utility>
#include <vector>

#include "absl/algorithm/container.h"
#include "native/convert/enums.h"
#include "native/convert/facts.h"
#include "native/convert/parse_description.h"
#include "native/engine/thread_check.h"
#include "native/env/target_id.h"
#include "native/observers/requests.h"
#include "pc/ice_server_parsing.h"
#include "pc/session_description.h"

namespace nlw {
namespace {

using webrtc::RTCError;
using webrtc::SessionDescriptionInterface;

// Of every m-line of both descriptions, each once, in order.
std::vector<std::string> Mids(
    const webrtc::PeerConnectionInterface& connection) {
  std::vector<std::string> mids;
  for (const SessionDescriptionInterface* description :
       {connection.local_description(), connection.remote_description()}) {
    if (description == nullptr || description->description() == nullptr) {
      continue;
    }
    for (const auto& content : description->description()->contents()) {
      if (!absl::c_linear_search(mids, content.name)) {
        mids.push_back(content.name);
      }
    }
  }
  return mids;
}

// NativeAmendment; null without a description.
Value AmendmentFact(const char* slot,
                    const SessionDescriptionInterface* description) {
  return description
             ? Value::Object{{"slot", slot},
                             {"description", DescriptionFact(description)}}
             : Value();
}

}  // namespace

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

void Connection::CreateOffer(int request, const OfferOptions& options) {
  if (!CanServe(request)) {
    return;
  }
  connection_->CreateOffer(
      rtc::make_ref_counted<CreateDescriptionRequest>([door = door_, request](
                                                          RTCError error,
                                                          auto description) {
        door->PostSettlement(request, ErrorFact(error),
                             DescriptionFact(description.get()));
      }).get(),
      options);
}

void Connection::CreateAnswer(int request) {
  if (!CanServe(request)) {
    return;
  }
  connection_->CreateAnswer(
      rtc::make_ref_counted<CreateDescriptionRequest>([door = door_, request](
                                                          RTCError error,
                                                          auto description) {
        door->PostSettlement(request, ErrorFact(error),
                             DescriptionFact(description.get()));
      }).get(),
      OfferOptions());
}

void Connection::SetLocalDescription(int request,
                                     std::optional<webrtc::SdpType> type,
                                     const std::string& sdp) {
  if (!CanServe(request)) {
    return;
  }
  auto observer = rtc::make_ref_counted<SetLocalDescriptionRequest>(
      [self = shared_from_this(), request](RTCError error) {
        self->SettleWithSnapshot(request, ErrorFact(error));
      });
  if (!type) {
    connection_->SetLocalDescription(std::move(observer));
    return;
  }
  webrtc::SdpParseError error;
  auto description = ParseDescription(*type, sdp, error);
  if (!description) {
    SettleWithSnapshot(request, SdpErrorFact(error, sdp));
    return;
  }
  connection_->SetLocalDescription(std::move(description), std::move(observer));
}

void Connection::SetRemoteDescription(int request,
                                      webrtc::SdpType type,
                                      const std::string& sdp) {
  if (!CanServe(request)) {
    return;
  }
  webrtc::SdpParseError error;
  auto description = ParseDescription(type, sdp, error);
  if (!description) {
    SettleWithSnapshot(request, SdpErrorFact(error, sdp));
    return;
  }
  connection_->SetRemoteDescription(
      std::move(description),
      rtc::make_ref_counted<SetRemoteDescriptionRequest>(
          [self = shared_from_this(), request](RTCError error) {
            self->SettleWithSnapshot(request, ErrorFact(error));
          }));
}

void Connection::AddIceCandidate(int request,
                                 const std::string& candidate,
                                 const std::string& mid,
                                 int mline_index) {
  if (!CanServe(request)) {
    return;
  }
  // libwebrtc does not keep the end of candidates.
  if (candidate.empty()) {
    SettleInOrder(request, Value(), Value());
    return;
  }
  if (!HasRoomForCandidate(connection_->remote_description(), mid,
                           mline_index)) {
    SettleInOrder(
        request,
        ErrorFact(RTCError(webrtc::RTCErrorType::RESOURCE_EXHAUSTED,
                           "The media section has too many candidates")),
        Value());
    return;
  }
  webrtc::SdpParseError error;
  std::unique_ptr<webrtc::IceCandidateInterface> parsed(
      webrtc::CreateIceCandidate(mid, mline_index, candidate, &error));
  if (!parsed) {
    SettleInOrder(request,
                  ErrorFact(RTCError(
                      webrtc::RTCErrorType::SYNTAX_ERROR,
                      "Error processing ICE candidate: " + error.description)),
                  Value());
    return;
  }
  connection_->AddIceCandidate(std::move(parsed), [self = shared_from_this(),
                                                   request](RTCError error) {
    if (self->connection_) {
      self->SettleInOrder(request, ErrorFact(error), self->RemoteAmendment());
    }
  });
}

void Connection::GetStats(int request) {
  if (!CanServe(request)) {
    return;
  }
  connection_->GetStats(
      rtc::make_ref_counted<StatsRequest>(
          [door = door_, request](const webrtc::RTCStatsReport& report) {
            door->PostSettlement(request, Value(), StatsFact(report));
          })
          .get());
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
  Start();
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
  Start();
  return connection_ ? connection_->SetConfiguration(configuration)
                     : Unavailable();
}

RTCError Connection::SetBitrate(const webrtc::BitrateSettings& bitrate) {
  Start();
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
  connection->Close();
  for (const auto& [id, channel] : std::exchange(channels_, {})) {
    channel->Release();
  }
  network_->BlockingCall([this] { transports_->Release(); });
}

Value::Object Connection::Descriptions() const {
  return {
      {"currentLocal",
       DescriptionFact(connection_->current_local_description())},
      {"pendingLocal",
       DescriptionFact(connection_->pending_local_description())},
      {"currentRemote",
       DescriptionFact(connection_->current_remote_description())},
      {"pendingRemote",
       DescriptionFact(connection_->pending_remote_description())},
  };
}

void Connection::SettleInOrder(int request, Value error, Value value) {
  network_->PostTask([door = door_, request, error = std::move(error),
                      value = std::move(value)]() mutable {
    door->PostSettlement(request, std::move(error), std::move(value));
  });
}

Value Connection::LocalAmendment() const {
  return connection_->pending_local_description()
             ? AmendmentFact("pendingLocal",
                             connection_->pending_local_description())
             : AmendmentFact("currentLocal",
                             connection_->current_local_description());
}

Value Connection::RemoteAmendment() const {
  return connection_->pending_remote_description()
             ? AmendmentFact("pendingRemote",
                             connection_->pending_remote_description())
             : AmendmentFact("currentRemote",
                             connection_->current_remote_description());
}

void Connection::SettleWithSnapshot(int request, Value error) {
  NLW_DCHECK_RUN_ON(signaling_);
  if (!connection_) {
    return;
  }
  negotiated_ = connection_->current_remote_description() != nullptr;
  Value::Object snapshot = Descriptions();
  snapshot.push_back({"signalingState", Name(connection_->signaling_state())});
  snapshot.push_back({"canTrickleIceCandidates",
                      ValueOrNull(connection_->can_trickle_ice_candidates())});
  const std::vector<std::string> mids = Mids(*connection_);
  // Posted on the network thread while this one waits: between the facts and
  // the task that carries them no other event can slip in.
  network_->BlockingCall([&] {
    transports_->Describe(*connection_, mids, snapshot);
    door_->PostSettlement(request, std::move(error), std::move(snapshot));
  });
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
