// What NativePeerConnection has of media.

#include <string>
#include <utility>

#include "native/convert/enums.h"
#include "native/convert/facts.h"
#include "native/convert/from_napi.h"
#include "native/convert/rtp_facts.h"
#include "native/convert/rtp_from_napi.h"
#include "native/env/throw_error.h"
#include "native/env/to_napi.h"
#include "native/handles/peer_connection.h"
#include "native/handles/track.h"
#include "native/handles/transceiver.h"

namespace nlw {
namespace {

cricket::MediaType KindFrom(const Napi::Value& value) {
  cricket::MediaType kind = cricket::MEDIA_TYPE_AUDIO;
  FromName(value.As<Napi::String>().Utf8Value(), kind);
  return kind;
}

}  // namespace

void PeerConnectionHandle::GetStats(const Napi::CallbackInfo& info) {
  const bool of_sender =
      info[2].IsString() &&
      info[2].As<Napi::String>().Utf8Value() == std::string("sender");
  Post([request = info[0].As<Napi::Number>().Int32Value(),
        transceiver = TransceiverHandle::From(info[1]),
        side = of_sender
                   ? Connection::StatsSide::kSender
                   : Connection::StatsSide::kReceiver](Connection& connection) {
    connection.GetStats(request, transceiver.get(), side);
  });
}

Napi::Value PeerConnectionHandle::AddTrack(const Napi::CallbackInfo& info) {
  const std::shared_ptr<Track> track = TrackHandle::From(info[0]);
  const std::vector<std::string> stream_ids =
      StringsFrom(info[1].As<Napi::Array>());
  return WaitForFacts(
      "addTrack", [&] { return connection_->AddTrack(*track, stream_ids); });
}

Napi::Value PeerConnectionHandle::AddTransceiver(
    const Napi::CallbackInfo& info) {
  const cricket::MediaType kind = KindFrom(info[0]);
  const std::shared_ptr<Track> track = TrackHandle::From(info[1]);
  const auto init = TransceiverInitFrom(info[2].As<Napi::Object>());
  return WaitForFacts("addTransceiver", [&] {
    return connection_->AddTransceiver(kind, track.get(), init);
  });
}

void PeerConnectionHandle::RemoveTrack(const Napi::CallbackInfo& info) {
  Post([transceiver = TransceiverHandle::From(info[0])](
           Connection& connection) { connection.RemoveTrack(*transceiver); });
}

Napi::Value GetCapabilities(const Napi::CallbackInfo& info) {
  Environment& environment = Environment::From(info.Env());
  const bool sends =
      info[0].As<Napi::String>().Utf8Value() == std::string("send");
  const cricket::MediaType kind = KindFrom(info[1]);
  const webrtc::PeerConnectionFactoryInterface* const factory =
      environment.engine().factory();
  nlw::Value facts;
  environment.Wait("getCapabilities", /*owner=*/0, [&] {
    facts = CapabilitiesFact(sends ? factory->GetRtpSenderCapabilities(kind)
                                   : factory->GetRtpReceiverCapabilities(kind));
  });
  return Returned(environment, facts);
}

}  // namespace nlw
