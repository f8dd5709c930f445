// Offers, answers, candidates: what a connection negotiates.

#include <utility>
#include <vector>

#include "absl/algorithm/container.h"
#include "native/convert/enums.h"
#include "native/convert/facts.h"
#include "native/convert/parse_description.h"
#include "native/engine/thread_check.h"
#include "native/media/sender_guard.h"
#include "native/observers/connection.h"
#include "native/observers/requests.h"
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

void Connection::CreateOffer(int request, const OfferOptions& options) {
  if (CanServe(request)) {
    connection_->CreateOffer(Creation(request).get(), options);
  }
}

void Connection::CreateAnswer(int request) {
  if (CanServe(request)) {
    connection_->CreateAnswer(Creation(request).get(), OfferOptions());
  }
}

rtc::scoped_refptr<webrtc::CreateSessionDescriptionObserver>
Connection::Creation(int request) {
  return rtc::make_ref_counted<CreateDescriptionRequest>(
      [self = shared_from_this(), request](RTCError error, auto description) {
        std::string sdp;
        if (description) {
          description->ToString(&sdp);
        }
        self->door_->PostSettlement(
            request, ErrorFact(error),
            description ? DescriptionFact(description->GetType(), sdp)
                        : Value());
        if (self->connection_) {
          self->created_ = std::move(description);
          self->created_sdp_ = std::move(sdp);
        }
      });
}

std::unique_ptr<SessionDescriptionInterface> Connection::TakeCreated(
    webrtc::SdpType type,
    const std::string& sdp) {
  auto created = std::exchange(created_, nullptr);
  const std::string created_sdp = std::exchange(created_sdp_, {});
  return created && created->GetType() == type && created_sdp == sdp
             ? std::move(created)
             : nullptr;
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
  auto description = TakeCreated(*type, sdp);
  if (!description) {
    description = ParseDescription(*type, sdp, error);
  }
  if (!description) {
    SettleWithSnapshot(request, SdpErrorFact(error, sdp));
    return;
  }
  const RTCError refusal = CheckEncodings(*connection_, *description);
  if (!refusal.ok()) {
    SettleWithSnapshot(request, ErrorFact(refusal));
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
  ForgetStreamsRolledBack(*connection_);
  Value::Object snapshot = Descriptions();
  snapshot.push_back({"signalingState", Name(connection_->signaling_state())});
  snapshot.push_back({"canTrickleIceCandidates",
                      ValueOrNull(connection_->can_trickle_ice_candidates())});
  const auto announced = DescribeTransceivers(snapshot);
  const std::vector<std::string> mids = Mids(*connection_);
  // Posted on the network thread while this one waits: between the facts and
  // the task that carries them no other event can slip in.
  network_->BlockingCall([&] {
    transports_->Describe(*connection_, mids, snapshot);
    door_->PostSettlement(request, std::move(error), std::move(snapshot));
  });
  for (const std::shared_ptr<Transceiver>& transceiver : announced) {
    transceiver->Observe();
  }
}

}  // namespace nlw
