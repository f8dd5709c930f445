#include "native/handles/transceiver.h"

#include <string>
#include <utility>

#include "native/convert/enums.h"
#include "native/convert/facts.h"
#include "native/convert/from_napi.h"
#include "native/convert/rtp_facts.h"
#include "native/convert/rtp_from_napi.h"
#include "native/env/throw_error.h"
#include "native/env/to_napi.h"
#include "native/env/wrapped.h"
#include "native/handles/track.h"
#include "rtc_base/time_utils.h"

namespace nlw {

void TransceiverHandle::Define(Environment& environment) {
  using H = TransceiverHandle;
  environment.SetClass(
      NativeKind::kTransceiver,
      DefineClass(
          environment.env(), "NativeTransceiver",
          {
              InstanceAccessor<&H::Id>("id"),
              InstanceMethod<&H::SetDirection>("setDirection"),
              InstanceMethod<&H::Stop>("stop"),
              InstanceMethod<&H::SetCodecPreferences>("setCodecPreferences"),
              InstanceMethod<&H::GetHeaderExtensionsToNegotiate>(
                  "getHeaderExtensionsToNegotiate"),
              InstanceMethod<&H::GetNegotiatedHeaderExtensions>(
                  "getNegotiatedHeaderExtensions"),
              InstanceMethod<&H::SetHeaderExtensionsToNegotiate>(
                  "setHeaderExtensionsToNegotiate"),
              InstanceMethod<&H::ReplaceTrack>("replaceTrack"),
              InstanceMethod<&H::SetStreams>("setStreams"),
              InstanceMethod<&H::GetSendParameters>("getSendParameters"),
              InstanceMethod<&H::SetSendParameters>("setSendParameters"),
              InstanceMethod<&H::CanInsertDtmf>("canInsertDTMF"),
              InstanceMethod<&H::InsertDtmf>("insertDTMF"),
              InstanceMethod<&H::GetReceiveParameters>("getReceiveParameters"),
              InstanceMethod<&H::GetSources>("getSources"),
              InstanceMethod<&H::SetJitterBufferTarget>(
                  "setJitterBufferTarget"),
          }));
}

std::shared_ptr<Transceiver> TransceiverHandle::From(const Napi::Value& value) {
  return value.IsNull() ? nullptr
                        : Unwrap(value.As<Napi::Object>())->transceiver_;
}

TransceiverHandle::TransceiverHandle(const Napi::CallbackInfo& info)
    : Napi::ObjectWrap<TransceiverHandle>(info),
      Handle(Environment::From(info.Env())),
      transceiver_(Wrapped<Transceiver>(info)) {}

// The connection's handle, which is older, releases the transceiver.
void TransceiverHandle::OnEnvironmentEnd() {}

void TransceiverHandle::Post(
    absl::AnyInvocable<void(Transceiver&) &&> operation) {
  environment().operations().Post(
      transceiver_->connection_id(),
      [transceiver = transceiver_, operation = std::move(operation)]() mutable {
        std::move(operation)(*transceiver);
      });
}

void TransceiverHandle::Wait(const char* site, rtc::FunctionView<void()> call) {
  environment().Wait(site, transceiver_->connection_id(), call);
}

void TransceiverHandle::Try(const char* site,
                            rtc::FunctionView<webrtc::RTCError()> call) {
  webrtc::RTCError error;
  Wait(site, [&] { error = call(); });
  if (!error.ok()) {
    ThrowFact(environment(), ErrorFact(error));
  }
}

Napi::Value TransceiverHandle::Id(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), transceiver_->id());
}

void TransceiverHandle::SetDirection(const Napi::CallbackInfo& info) {
  auto direction = webrtc::RtpTransceiverDirection::kInactive;
  FromName(info[0].As<Napi::String>().Utf8Value(), direction);
  Post([direction](Transceiver& transceiver) {
    transceiver.SetDirection(direction);
  });
}

void TransceiverHandle::Stop(const Napi::CallbackInfo&) {
  Post([](Transceiver& transceiver) { transceiver.Stop(); });
}

void TransceiverHandle::SetCodecPreferences(const Napi::CallbackInfo& info) {
  const std::vector<webrtc::RtpCodec> codecs =
      CodecsFrom(info[0].As<Napi::Array>());
  Try("setCodecPreferences",
      [&] { return transceiver_->SetCodecPreferences(codecs); });
}

Napi::Value TransceiverHandle::GetHeaderExtensionsToNegotiate(
    const Napi::CallbackInfo&) {
  nlw::Value facts;
  Wait("getHeaderExtensionsToNegotiate", [&] {
    facts = HeaderExtensionsFact(transceiver_->HeaderExtensionsToNegotiate());
  });
  return Returned(environment(), facts);
}

Napi::Value TransceiverHandle::GetNegotiatedHeaderExtensions(
    const Napi::CallbackInfo&) {
  nlw::Value facts;
  Wait("getNegotiatedHeaderExtensions", [&] {
    facts = HeaderExtensionsFact(transceiver_->NegotiatedHeaderExtensions());
  });
  return Returned(environment(), facts);
}

void TransceiverHandle::SetHeaderExtensionsToNegotiate(
    const Napi::CallbackInfo& info) {
  const auto extensions = HeaderExtensionsFrom(info[0].As<Napi::Array>());
  Try("setHeaderExtensionsToNegotiate",
      [&] { return transceiver_->SetHeaderExtensionsToNegotiate(extensions); });
}

void TransceiverHandle::ReplaceTrack(const Napi::CallbackInfo& info) {
  Post([request = info[0].As<Napi::Number>().Int32Value(),
        track = TrackHandle::From(info[1])](Transceiver& transceiver) {
    transceiver.ReplaceTrack(request, track.get());
  });
}

void TransceiverHandle::SetStreams(const Napi::CallbackInfo& info) {
  Post([ids = StringsFrom(info[0].As<Napi::Array>())](
           Transceiver& transceiver) { transceiver.SetStreams(ids); });
}

Napi::Value TransceiverHandle::GetSendParameters(const Napi::CallbackInfo&) {
  nlw::Value facts;
  Wait("getSendParameters",
       [&] { facts = SendParametersFact(transceiver_->SendParameters()); });
  return Returned(environment(), facts);
}

void TransceiverHandle::SetSendParameters(const Napi::CallbackInfo& info) {
  Post([request = info[0].As<Napi::Number>().Int32Value(),
        encodings = EncodingsFrom(info[1].As<Napi::Array>()),
        preference = DegradationPreferenceFrom(info[2])](
           Transceiver& transceiver) mutable {
    transceiver.SetSendParameters(request, std::move(encodings), preference);
  });
}

Napi::Value TransceiverHandle::CanInsertDtmf(const Napi::CallbackInfo& info) {
  bool can = false;
  Wait("canInsertDTMF", [&] { can = transceiver_->CanInsertDtmf(); });
  return Napi::Boolean::New(info.Env(), can);
}

void TransceiverHandle::InsertDtmf(const Napi::CallbackInfo& info) {
  Post([tones = info[0].As<Napi::String>().Utf8Value(),
        duration = info[1].As<Napi::Number>().Int32Value(),
        gap =
            info[2].As<Napi::Number>().Int32Value()](Transceiver& transceiver) {
    transceiver.InsertDtmf(tones, duration, gap);
  });
}

Napi::Value TransceiverHandle::GetReceiveParameters(const Napi::CallbackInfo&) {
  nlw::Value facts;
  Wait("getReceiveParameters",
       [&] { facts = ParametersFact(transceiver_->ReceiveParameters()); });
  return Returned(environment(), facts);
}

Napi::Value TransceiverHandle::GetSources(const Napi::CallbackInfo&) {
  nlw::Value facts;
  environment().WaitForWorker("getSources", [&] {
    facts = SourcesFact(transceiver_->Sources(), rtc::TimeMicros());
  });
  return Returned(environment(), facts);
}

void TransceiverHandle::SetJitterBufferTarget(const Napi::CallbackInfo& info) {
  std::optional<double> target;
  if (!info[0].IsNull()) {
    target = info[0].As<Napi::Number>().DoubleValue();
  }
  Post([target](Transceiver& transceiver) {
    transceiver.SetJitterBufferTarget(target);
  });
}

}  // namespace nlw
