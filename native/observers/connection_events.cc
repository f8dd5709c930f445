// What libwebrtc tells a connection.

#include <utility>

#include "native/convert/enums.h"
#include "native/convert/facts.h"
#include "native/engine/thread_check.h"
#include "native/observers/connection.h"

namespace nlw {

void Connection::PostEvent(const char* type, Value payload) {
  network_->PostTask(
      [door = door_, id = id_, type, payload = std::move(payload)]() mutable {
        door->PostEvent(id, type, std::move(payload));
      });
}

// Part of the snapshot of the description that caused it.
void Connection::OnSignalingChange(
    webrtc::PeerConnectionInterface::SignalingState) {}

void Connection::OnDataChannel(
    rtc::scoped_refptr<webrtc::DataChannelInterface> channel) {
  NLW_DCHECK_RUN_ON(signaling_);
  const std::shared_ptr<Channel> announced = NewChannel();
  channels_[announced->id()] = announced;
  announced->Attach(std::move(channel), [this](Value facts) {
    door_->PostEvent(id_, "datachannel", std::move(facts));
  });
}

void Connection::OnNegotiationNeededEvent(uint32_t event_id) {
  PostEvent("negotiationneeded",
            Value::Object{{"eventId", static_cast<double>(event_id)}});
}

void Connection::OnStandardizedIceConnectionChange(
    webrtc::PeerConnectionInterface::IceConnectionState state) {
  PostEvent("iceconnectionstate", Value::Object{{"state", Name(state)}});
}

void Connection::OnConnectionChange(
    webrtc::PeerConnectionInterface::PeerConnectionState state) {
  PostEvent("connectionstate", Value::Object{{"state", Name(state)}});
}

void Connection::OnIceGatheringChange(
    webrtc::PeerConnectionInterface::IceGatheringState state) {
  PostEvent("icegatheringstate", Value::Object{{"state", Name(state)}});
}

void Connection::OnIceCandidate(
    const webrtc::IceCandidateInterface* candidate) {
  if (!connection_) {
    return;
  }
  Value::Object fact{
      {"candidate", CandidateFact(candidate->candidate(), candidate->sdp_mid(),
                                  candidate->sdp_mline_index())},
      {"amendment", LocalAmendment()},
  };
  PostEvent("icecandidate", std::move(fact));
}

void Connection::OnIceCandidateError(const std::string& address,
                                     int port,
                                     const std::string& url,
                                     int error_code,
                                     const std::string& error_text) {
  PostEvent("icecandidateerror", Value::Object{{"address", address},
                                               {"port", port},
                                               {"url", url},
                                               {"errorCode", error_code},
                                               {"errorText", error_text}});
}

}  // namespace nlw
