// Transceivers of a connection.

#include <utility>

#include "native/convert/facts.h"
#include "native/convert/rtp_codecs.h"
#include "native/engine/thread_check.h"
#include "native/observers/connection.h"
#include "native/observers/requests.h"

namespace nlw {

using webrtc::RTCError;
using webrtc::RTCErrorOr;

RTCErrorOr<Value> Connection::AddTrack(
    const Track& track,
    const std::vector<std::string>& stream_ids) {
  NLW_DCHECK_RUN_ON(signaling_);
  if (!connection_) {
    return Unavailable();
  }
  auto sender = connection_->AddTrack(track.Get(), stream_ids);
  if (!sender.ok()) {
    return sender.MoveError();
  }
  for (const auto& transceiver : connection_->GetTransceivers()) {
    if (transceiver->sender() == sender.value()) {
      return Announce(transceiver);
    }
  }
  return RTCError(webrtc::RTCErrorType::INTERNAL_ERROR,
                  "The sender has no transceiver");
}

RTCErrorOr<Value> Connection::AddTransceiver(cricket::MediaType kind,
                                             const Track* track,
                                             webrtc::RtpTransceiverInit init) {
  NLW_DCHECK_RUN_ON(signaling_);
  if (!connection_) {
    return Unavailable();
  }
  UseKnownCodecs(engine_.factory()->GetRtpSenderCapabilities(kind),
                 init.send_encodings);
  auto transceiver = track ? connection_->AddTransceiver(track->Get(), init)
                           : connection_->AddTransceiver(kind, init);
  if (!transceiver.ok()) {
    return transceiver.MoveError();
  }
  return Announce(transceiver.value());
}

void Connection::RemoveTrack(const Transceiver& transceiver) {
  NLW_DCHECK_RUN_ON(signaling_);
  if (connection_ && transceiver.sender()) {
    connection_->RemoveTrackOrError(transceiver.sender());
  }
}

void Connection::GetStats(int request,
                          Transceiver* transceiver,
                          StatsSide side) {
  if (!CanServe(request)) {
    return;
  }
  auto settle = rtc::make_ref_counted<StatsRequest>(
      [door = door_, request](const webrtc::RTCStatsReport& report) {
        door->PostSettlement(request, Value(), StatsFact(report));
      });
  if (transceiver == nullptr) {
    connection_->GetStats(settle.get());
  } else if (transceiver->sender() == nullptr) {
    door_->PostSettlement(request, Value(), Value::Array());
  } else if (side == StatsSide::kSender) {
    connection_->GetStats(transceiver->sender(), settle);
  } else {
    connection_->GetStats(transceiver->receiver(), settle);
  }
}

Value Connection::Announce(
    const rtc::scoped_refptr<webrtc::RtpTransceiverInterface>& transceiver) {
  std::shared_ptr<Transceiver>& known = transceivers_[transceiver.get()];
  const bool is_new = !known;
  if (is_new) {
    known = std::make_shared<Transceiver>(engine_, door_, id_, transceiver);
    newest_transceiver_ = known->id();
  }
  Value facts = known->Facts(/*with_handles=*/true);
  if (is_new) {
    known->Observe();
  }
  return facts;
}

std::vector<std::shared_ptr<Transceiver>> Connection::DescribeTransceivers(
    Value::Object& snapshot) {
  auto gone = std::exchange(transceivers_, {});
  std::vector<std::shared_ptr<Transceiver>> announced;
  Value::Array facts;
  for (const auto& transceiver : connection_->GetTransceivers()) {
    std::shared_ptr<Transceiver>& known = transceivers_[transceiver.get()];
    const auto found = gone.find(transceiver.get());
    const bool is_new = found == gone.end();
    if (is_new) {
      known = std::make_shared<Transceiver>(engine_, door_, id_, transceiver);
      newest_transceiver_ = known->id();
      announced.push_back(known);
    } else {
      known = std::move(found->second);
      gone.erase(found);
    }
    facts.push_back(known->Facts(is_new));
  }
  for (const auto& [key, transceiver] : gone) {
    transceiver->Release();
  }
  snapshot.push_back({"transceivers", std::move(facts)});
  snapshot.push_back({"newestTransceiver", newest_transceiver_});
  return announced;
}

}  // namespace nlw
