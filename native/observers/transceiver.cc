#include "native/observers/transceiver.h"

#include <utility>

#include "native/convert/enums.h"
#include "native/convert/rtp_codecs.h"
#include "native/engine/thread_check.h"
#include "native/env/target_id.h"
#include "native/media/receiver_feed.h"

namespace nlw {
namespace {

using webrtc::RTCError;
using webrtc::RTCErrorType;

Value StringsFact(const std::vector<std::string>& strings) {
  return Value::Array(strings.begin(), strings.end());
}

Value DirectionFact(
    const absl::optional<webrtc::RtpTransceiverDirection>& direction) {
  return direction ? Value(Name(*direction)) : Value();
}

}  // namespace

Transceiver::Transceiver(
    Engine& engine,
    std::shared_ptr<JsThread> door,
    int connection_id,
    rtc::scoped_refptr<webrtc::RtpTransceiverInterface> transceiver)
    : engine_(engine),
      door_(std::move(door)),
      id_(NextTargetId()),
      connection_id_(connection_id),
      transceiver_(std::move(transceiver)),
      sender_(transceiver_->sender()),
      receiver_(transceiver_->receiver()) {
  NLW_DCHECK_RUN_ON(engine_.signaling());
  if (transceiver_->media_type() == cricket::MEDIA_TYPE_AUDIO) {
    dtmf_ = sender_->GetDtmfSender();
  }
  receiver_track_ =
      Track::Create(engine_, MakeReceiverFeed(engine_, *receiver()));
}

Transceiver::~Transceiver() = default;

Value Transceiver::Facts(bool with_handles) {
  NLW_DCHECK_RUN_ON(engine_.signaling());
  const auto receiver = this->receiver();
  const auto handle = [&](NativeKind kind, std::shared_ptr<void> object) {
    return with_handles ? Value(NativeRef{kind, std::move(object)}) : Value();
  };
  return Value::Object{
      {"id", id_},
      {"handle", handle(NativeKind::kTransceiver, shared_from_this())},
      {"kind", Name(transceiver_->media_type())},
      {"mid", ValueOrNull(transceiver_->mid())},
      {"direction", Name(transceiver_->direction())},
      {"currentDirection", DirectionFact(transceiver_->current_direction())},
      {"firedDirection", DirectionFact(transceiver_->fired_direction())},
      {"stopped", transceiver_->stopped()},
      {"senderId", sender_->id()},
      {"receiver",
       Value::Object{
           {"track", handle(NativeKind::kTrack, receiver_track_)},
           {"trackId", receiver->id()},
           {"streamIds", StringsFact(receiver->stream_ids())},
       }},
  };
}

void Transceiver::Observe() {
  NLW_DCHECK_RUN_ON(engine_.signaling());
  if (dtmf_) {
    dtmf_->RegisterObserver(this);
  }
  receiver()->SetObserver(this);
}

void Transceiver::Release() {
  NLW_DCHECK_RUN_ON(engine_.signaling());
  if (dtmf_) {
    dtmf_->UnregisterObserver();
  }
  // Its end may wait for the worker thread, which may wait for the mutex.
  const auto receiver = this->receiver();
  if (receiver) {
    receiver->SetObserver(nullptr);
    webrtc::MutexLock lock(&receiver_mutex_);
    receiver_ = nullptr;
  }
  receiver_track_ = nullptr;
  dtmf_ = nullptr;
  sender_ = nullptr;
  transceiver_ = nullptr;
}

void Transceiver::OnFirstPacketReceived(cricket::MediaType /*media_type*/) {
  door_->PostEvent(id_, "firstpacket", Value());
}

void Transceiver::OnToneChange(const std::string& tone,
                               const std::string& tone_buffer) {
  door_->PostEvent(id_, "tonechange",
                   Value::Object{{"tone", tone}, {"toneBuffer", tone_buffer}});
}

void Transceiver::SetDirection(webrtc::RtpTransceiverDirection direction) {
  NLW_DCHECK_RUN_ON(engine_.signaling());
  if (transceiver_) {
    transceiver_->SetDirectionWithError(direction);
  }
}

void Transceiver::Stop() {
  NLW_DCHECK_RUN_ON(engine_.signaling());
  if (transceiver_) {
    transceiver_->StopStandard();
  }
}

RTCError Transceiver::SetCodecPreferences(
    const std::vector<webrtc::RtpCodec>& codecs) {
  if (!transceiver_) {
    return Gone();
  }
  const webrtc::PeerConnectionFactoryInterface& factory = *engine_.factory();
  const cricket::MediaType kind = transceiver_->media_type();
  // What can be received comes first: those are what is asked for.
  std::vector<webrtc::RtpCodecCapability> known =
      factory.GetRtpReceiverCapabilities(kind).codecs;
  const std::vector<webrtc::RtpCodecCapability> sent =
      factory.GetRtpSenderCapabilities(kind).codecs;
  known.insert(known.end(), sent.begin(), sent.end());
  std::vector<webrtc::RtpCodecCapability> preferred;
  for (const webrtc::RtpCodec& codec : codecs) {
    preferred.push_back(CapabilityOf(codec, known));
  }
  return transceiver_->SetCodecPreferences(preferred);
}

std::vector<webrtc::RtpHeaderExtensionCapability>
Transceiver::HeaderExtensionsToNegotiate() const {
  return transceiver_ ? transceiver_->GetHeaderExtensionsToNegotiate()
                      : std::vector<webrtc::RtpHeaderExtensionCapability>();
}

std::vector<webrtc::RtpHeaderExtensionCapability>
Transceiver::NegotiatedHeaderExtensions() const {
  return transceiver_ ? transceiver_->GetNegotiatedHeaderExtensions()
                      : std::vector<webrtc::RtpHeaderExtensionCapability>();
}

RTCError Transceiver::SetHeaderExtensionsToNegotiate(
    const std::vector<webrtc::RtpHeaderExtensionCapability>& extensions) {
  return transceiver_ ? transceiver_->SetHeaderExtensionsToNegotiate(extensions)
                      : Gone();
}

RTCError Transceiver::Gone() {
  return RTCError(RTCErrorType::INVALID_STATE, "The transceiver is gone");
}

}  // namespace nlw
