#include "native/handles/peer_connection.h"

#include <string>
#include <utility>

#include "native/convert/enums.h"
#include "native/convert/facts.h"
#include "native/convert/from_napi.h"
#include "native/env/throw_error.h"
#include "native/env/to_napi.h"
#include "native/env/wrapped.h"
#include "native/handles/certificate.h"

namespace nlw {
namespace {

int RequestOf(const Napi::CallbackInfo& info) {
  return info[0].As<Napi::Number>().Int32Value();
}

std::string StringOf(const Napi::Value& value) {
  return value.As<Napi::String>().Utf8Value();
}

std::optional<int> OptionalIntOf(const Napi::Value& value) {
  if (value.IsNull()) {
    return std::nullopt;
  }
  return value.As<Napi::Number>().Int32Value();
}

Connection::Configuration FullConfigurationFrom(const Napi::Object& object) {
  Connection::Configuration configuration = ConfigurationFrom(object);
  configuration.certificates =
      CertificatesFrom(object.Get("certificates").As<Napi::Array>());
  return configuration;
}

// NativeDataChannelFacts of a channel that libwebrtc is yet to make.
nlw::Value NewChannelFacts(std::shared_ptr<Channel> channel,
                           const std::string& label,
                           const webrtc::DataChannelInit& init) {
  return nlw::Value::Object{
      {"channel", NativeRef{NativeKind::kDataChannel, std::move(channel)}},
      {"label", label},
      {"ordered", init.ordered},
      {"maxPacketLifeTime", ValueOrNull(init.maxRetransmitTime)},
      {"maxRetransmits", ValueOrNull(init.maxRetransmits)},
      {"protocol", init.protocol},
      {"negotiated", init.negotiated},
      {"id", nlw::Value()},
      {"priority", Name(init.priority.value_or(webrtc::Priority::kLow))},
      {"state", Name(webrtc::DataChannelInterface::kConnecting)},
  };
}

}  // namespace

void PeerConnectionHandle::Define(Environment& environment) {
  using H = PeerConnectionHandle;
  environment.SetClass(
      NativeKind::kPeerConnection,
      DefineClass(
          environment.env(), "NativePeerConnection",
          {
              InstanceAccessor<&H::Id>("id"),
              InstanceMethod<&H::CreateOffer>("createOffer"),
              InstanceMethod<&H::CreateAnswer>("createAnswer"),
              InstanceMethod<&H::SetLocalDescription>("setLocalDescription"),
              InstanceMethod<&H::SetRemoteDescription>("setRemoteDescription"),
              InstanceMethod<&H::AddIceCandidate>("addIceCandidate"),
              InstanceMethod<&H::GetStats>("getStats"),
              InstanceMethod<&H::AddTrack>("addTrack"),
              InstanceMethod<&H::AddTransceiver>("addTransceiver"),
              InstanceMethod<&H::RemoveTrack>("removeTrack"),
              InstanceMethod<&H::RestartIce>("restartIce"),
              InstanceMethod<&H::ShouldFireNegotiationNeeded>(
                  "shouldFireNegotiationNeeded"),
              InstanceMethod<&H::CreateDataChannel>("createDataChannel"),
              InstanceMethod<&H::SetConfiguration>("setConfiguration"),
              InstanceMethod<&H::SetBitrate>("setBitrate"),
              InstanceMethod<&H::Close>("close"),
          }));
}

Napi::Value PeerConnectionHandle::Create(const Napi::CallbackInfo& info) {
  Environment& environment = Environment::From(info.Env());
  const Napi::Object object = info[0].As<Napi::Object>();
  Connection::Configuration configuration = FullConfigurationFrom(object);
  const webrtc::RTCError error = Connection::Validate(configuration);
  if (!error.ok()) {
    ThrowFact(environment, ErrorFact(error));
  }
  auto connection = std::make_shared<Connection>(
      environment.engine(), environment.door(), std::move(configuration),
      NetworkPolicyFrom(object));
  environment.operations().Post(connection->id(),
                                [connection] { connection->Start(); });
  return Returned(environment, NativeRef{NativeKind::kPeerConnection,
                                         std::move(connection)});
}

PeerConnectionHandle::PeerConnectionHandle(const Napi::CallbackInfo& info)
    : Napi::ObjectWrap<PeerConnectionHandle>(info),
      Handle(Environment::From(info.Env())),
      connection_(Wrapped<Connection>(info)) {}

// Collected: the last references go where libwebrtc's objects live.
PeerConnectionHandle::~PeerConnectionHandle() {
  if (!environment_ended()) {
    Post([](Connection& connection) { connection.Close(); });
  }
}

void PeerConnectionHandle::OnEnvironmentEnd() {
  environment().engine_if_started()->signaling()->BlockingCall(
      [this] { connection_->Close(); });
}

void PeerConnectionHandle::Post(
    absl::AnyInvocable<void(Connection&) &&> operation) {
  environment().operations().Post(
      connection_->id(),
      [connection = connection_, operation = std::move(operation)]() mutable {
        std::move(operation)(*connection);
      });
}

Napi::Value PeerConnectionHandle::WaitForFacts(
    const char* site,
    rtc::FunctionView<webrtc::RTCErrorOr<nlw::Value>()> call) {
  webrtc::RTCErrorOr<nlw::Value> result;
  environment().Wait(site, connection_->id(), [&] { result = call(); });
  if (!result.ok()) {
    ThrowFact(environment(), ErrorFact(result.error()));
  }
  return Returned(environment(), result.value());
}

void PeerConnectionHandle::Try(const char* site,
                               rtc::FunctionView<webrtc::RTCError()> call) {
  webrtc::RTCError error;
  environment().Wait(site, connection_->id(), [&] { error = call(); });
  if (!error.ok()) {
    ThrowFact(environment(), ErrorFact(error));
  }
}

Napi::Value PeerConnectionHandle::Id(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), connection_->id());
}

void PeerConnectionHandle::CreateOffer(const Napi::CallbackInfo& info) {
  const auto options = OfferOptionsFrom(info[1].As<Napi::Object>());
  Post([request = RequestOf(info), options](Connection& connection) {
    connection.CreateOffer(request, options);
  });
}

void PeerConnectionHandle::CreateAnswer(const Napi::CallbackInfo& info) {
  Post([request = RequestOf(info)](Connection& connection) {
    connection.CreateAnswer(request);
  });
}

void PeerConnectionHandle::SetLocalDescription(const Napi::CallbackInfo& info) {
  std::optional<webrtc::SdpType> type;
  if (!info[1].IsNull()) {
    FromName(StringOf(info[1]), type.emplace());
  }
  Post([request = RequestOf(info), type,
        sdp = StringOf(info[2])](Connection& connection) {
    connection.SetLocalDescription(request, type, sdp);
  });
}

void PeerConnectionHandle::SetRemoteDescription(
    const Napi::CallbackInfo& info) {
  webrtc::SdpType type = webrtc::SdpType::kOffer;
  FromName(StringOf(info[1]), type);
  Post([request = RequestOf(info), type,
        sdp = StringOf(info[2])](Connection& connection) {
    connection.SetRemoteDescription(request, type, sdp);
  });
}

void PeerConnectionHandle::AddIceCandidate(const Napi::CallbackInfo& info) {
  Post([request = RequestOf(info), candidate = StringOf(info[1]),
        mid = info[2].IsNull() ? std::string() : StringOf(info[2]),
        index = OptionalIntOf(info[3]).value_or(-1)](Connection& connection) {
    connection.AddIceCandidate(request, candidate, mid, index);
  });
}

void PeerConnectionHandle::RestartIce(const Napi::CallbackInfo&) {
  Post([](Connection& connection) { connection.RestartIce(); });
}

void PeerConnectionHandle::ShouldFireNegotiationNeeded(
    const Napi::CallbackInfo& info) {
  Post([request = RequestOf(info),
        event_id =
            info[1].As<Napi::Number>().Uint32Value()](Connection& connection) {
    connection.ShouldFireNegotiationNeeded(request, event_id);
  });
}

Napi::Value PeerConnectionHandle::CreateDataChannel(
    const Napi::CallbackInfo& info) {
  const std::string label = StringOf(info[0]);
  const webrtc::DataChannelInit init =
      DataChannelInitFrom(info[1].As<Napi::Object>());
  // A stream id of the program's own, or of an association that is up, may be
  // taken: only libwebrtc knows, and the text asks for the error here.
  if (init.negotiated || connection_->negotiated()) {
    return WaitForFacts("createDataChannel", [&] {
      return connection_->CreateDataChannelNow(label, init);
    });
  }
  const std::shared_ptr<Channel> channel = connection_->NewChannel();
  Post([channel, label, init](Connection& connection) {
    connection.CreateDataChannel(channel, label, init);
  });
  return Returned(environment(), NewChannelFacts(channel, label, init));
}

void PeerConnectionHandle::SetConfiguration(const Napi::CallbackInfo& info) {
  const Napi::Object object = info[0].As<Napi::Object>();
  Connection::Configuration configuration = FullConfigurationFrom(object);
  Engine::ApplyPolicy(NetworkPolicyFrom(object), configuration);
  Try("setConfiguration",
      [&] { return connection_->SetConfiguration(configuration); });
}

void PeerConnectionHandle::SetBitrate(const Napi::CallbackInfo& info) {
  webrtc::BitrateSettings bitrate;
  bitrate.min_bitrate_bps = OptionalIntOf(info[0]);
  bitrate.start_bitrate_bps = OptionalIntOf(info[1]);
  bitrate.max_bitrate_bps = OptionalIntOf(info[2]);
  Try("setBitrate", [&] { return connection_->SetBitrate(bitrate); });
}

void PeerConnectionHandle::Close(const Napi::CallbackInfo&) {
  Post([](Connection& connection) { connection.Close(); });
}

}  // namespace nlw
