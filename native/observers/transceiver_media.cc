// A transceiver's sender and receiver.

#include <cmath>
#include <utility>

#include "native/convert/facts.h"
#include "native/convert/rtp_codecs.h"
#include "native/engine/thread_check.h"
#include "native/media/sender_guard.h"
#include "native/observers/transceiver.h"

namespace nlw {
namespace {

using webrtc::RTCError;
using webrtc::RTCErrorType;
using webrtc::RtpEncodingParameters;

// What JavaScript may set; the rest stays as libwebrtc has it.
void Merge(const RtpEncodingParameters& from, RtpEncodingParameters& to) {
  to.active = from.active;
  to.max_bitrate_bps = from.max_bitrate_bps;
  to.max_framerate = from.max_framerate;
  to.scale_resolution_down_by = from.scale_resolution_down_by;
  to.scalability_mode = from.scalability_mode;
  to.bitrate_priority = from.bitrate_priority;
  to.network_priority = from.network_priority;
  to.adaptive_ptime = from.adaptive_ptime;
  to.codec = from.codec;
  to.request_key_frame = from.request_key_frame;
}

}  // namespace

void Transceiver::ReplaceTrack(int request, const Track* track) {
  NLW_DCHECK_RUN_ON(engine_.signaling());
  RTCError error = Gone();
  if (sender_) {
    error = sender_->SetTrack(track ? track->Get().get() : nullptr)
                ? RTCError::OK()
                : RTCError(RTCErrorType::INVALID_MODIFICATION,
                           "The track cannot be sent here");
  }
  door_->PostSettlement(request, ErrorFact(error), Value());
}

void Transceiver::SetStreams(const std::vector<std::string>& stream_ids) {
  NLW_DCHECK_RUN_ON(engine_.signaling());
  if (sender_) {
    sender_->SetStreams(stream_ids);
  }
}

webrtc::RtpParameters Transceiver::SendParameters() const {
  NLW_DCHECK_RUN_ON(engine_.signaling());
  return sender_ ? sender_->GetParameters() : webrtc::RtpParameters();
}

void Transceiver::SetSendParameters(
    int request,
    std::vector<RtpEncodingParameters> encodings,
    std::optional<webrtc::DegradationPreference> degradation_preference) {
  NLW_DCHECK_RUN_ON(engine_.signaling());
  const auto settle = [door = door_, request](const RTCError& error) {
    door->PostSettlement(request, ErrorFact(error), Value());
  };
  if (!sender_) {
    settle(Gone());
    return;
  }
  const RTCError refusal = RecountRefusedLayers(*transceiver_);
  if (!refusal.ok()) {
    settle(refusal);
    return;
  }
  webrtc::RtpParameters parameters = sender_->GetParameters();
  if (encodings.size() != parameters.encodings.size()) {
    settle(RTCError(RTCErrorType::INVALID_MODIFICATION,
                    "The number of encodings cannot change"));
    return;
  }
  UseKnownCodecs(
      engine_.factory()->GetRtpSenderCapabilities(transceiver_->media_type()),
      encodings);
  for (size_t i = 0; i < encodings.size(); ++i) {
    Merge(encodings[i], parameters.encodings[i]);
  }
  if (degradation_preference) {
    parameters.degradation_preference = *degradation_preference;
  } else {
    parameters.degradation_preference.reset();
  }
  // libwebrtc's own callback uses the sender, so ours keeps it.
  sender_->SetParametersAsync(
      parameters,
      [sender = sender_, settle](RTCError error) { settle(error); });
}

bool Transceiver::CanInsertDtmf() const {
  NLW_DCHECK_RUN_ON(engine_.signaling());
  return dtmf_ && dtmf_->CanInsertDtmf();
}

void Transceiver::InsertDtmf(const std::string& tones, int duration, int gap) {
  NLW_DCHECK_RUN_ON(engine_.signaling());
  if (dtmf_) {
    dtmf_->InsertDtmf(tones, duration, gap);
  }
}

webrtc::RtpParameters Transceiver::ReceiveParameters() {
  const auto receiver = this->receiver();
  return receiver ? receiver->GetParameters() : webrtc::RtpParameters();
}

std::vector<webrtc::RtpSource> Transceiver::Sources() {
  NLW_DCHECK_RUN_ON(engine_.worker());
  // Held, so that the last reference is not dropped here.
  webrtc::MutexLock lock(&receiver_mutex_);
  return receiver_ ? receiver_->GetSources() : std::vector<webrtc::RtpSource>();
}

void Transceiver::SetJitterBufferTarget(std::optional<double> target) {
  // libwebrtc ends the process over what is no number.
  if (target && std::isnan(*target)) {
    return;
  }
  if (const auto receiver = this->receiver()) {
    receiver->SetJitterBufferMinimumDelay(
        target ? absl::optional<double>(*target / 1000) : absl::nullopt);
  }
}

rtc::scoped_refptr<webrtc::RtpReceiverInterface> Transceiver::receiver() {
  NLW_DCHECK_RUN_ON(engine_.signaling());
  webrtc::MutexLock lock(&receiver_mutex_);
  return receiver_;
}

}  // namespace nlw
