#include "native/convert/from_napi.h"

namespace nlw {

std::string StringMember(const Napi::Object& object, const char* name) {
  return object.Get(name).As<Napi::String>().Utf8Value();
}

bool BoolMember(const Napi::Object& object, const char* name) {
  return object.Get(name).As<Napi::Boolean>().Value();
}

int IntMember(const Napi::Object& object, const char* name) {
  return object.Get(name).As<Napi::Number>().Int32Value();
}

std::optional<int> OptionalIntMember(const Napi::Object& object,
                                     const char* name) {
  if (object.Get(name).IsNull()) {
    return std::nullopt;
  }
  return IntMember(object, name);
}

std::optional<double> OptionalDoubleMember(const Napi::Object& object,
                                           const char* name) {
  const Napi::Value value = object.Get(name);
  if (value.IsNull()) {
    return std::nullopt;
  }
  return value.As<Napi::Number>().DoubleValue();
}

std::optional<std::string> OptionalStringMember(const Napi::Object& object,
                                                const char* name) {
  if (object.Get(name).IsNull()) {
    return std::nullopt;
  }
  return StringMember(object, name);
}

std::optional<bool> OptionalBoolMember(const Napi::Object& object,
                                       const char* name) {
  if (object.Get(name).IsNull()) {
    return std::nullopt;
  }
  return BoolMember(object, name);
}

double DoubleMember(const Napi::Object& object, const char* name) {
  return object.Get(name).As<Napi::Number>().DoubleValue();
}

std::vector<double> DoublesMember(const Napi::Object& object,
                                  const char* name) {
  const Napi::Array array = object.Get(name).As<Napi::Array>();
  std::vector<double> numbers;
  for (uint32_t i = 0; i < array.Length(); ++i) {
    numbers.push_back(array.Get(i).As<Napi::Number>().DoubleValue());
  }
  return numbers;
}

std::vector<std::string> StringsMember(const Napi::Object& object,
                                       const char* name) {
  return StringsFrom(object.Get(name).As<Napi::Array>());
}

std::vector<std::string> StringsFrom(const Napi::Array& array) {
  std::vector<std::string> strings;
  for (uint32_t i = 0; i < array.Length(); ++i) {
    strings.push_back(array.Get(i).As<Napi::String>().Utf8Value());
  }
  return strings;
}

webrtc::PeerConnectionInterface::RTCConfiguration ConfigurationFrom(
    const Napi::Object& object) {
  using Pc = webrtc::PeerConnectionInterface;
  Pc::RTCConfiguration configuration;
  // As for video: a receiver holds sound and picture together by two reports of
  // each at least, and libwebrtc would send those of sound each five seconds.
  configuration.set_audio_rtcp_report_interval_ms(
      configuration.video_rtcp_report_interval_ms());
  const Napi::Array servers = object.Get("iceServers").As<Napi::Array>();
  for (uint32_t i = 0; i < servers.Length(); ++i) {
    const Napi::Object server = servers.Get(i).As<Napi::Object>();
    Pc::IceServer ice_server;
    ice_server.urls = StringsMember(server, "urls");
    ice_server.username = StringMember(server, "username");
    ice_server.password = StringMember(server, "credential");
    configuration.servers.push_back(ice_server);
  }
  configuration.type =
      EnumMember<Pc::IceTransportsType>(object, "iceTransportPolicy");
  configuration.bundle_policy =
      EnumMember<Pc::BundlePolicy>(object, "bundlePolicy");
  configuration.rtcp_mux_policy =
      EnumMember<Pc::RtcpMuxPolicy>(object, "rtcpMuxPolicy");
  configuration.ice_candidate_pool_size =
      IntMember(object, "iceCandidatePoolSize");
  configuration.enable_implicit_rollback = true;
  return configuration;
}

NetworkPolicy NetworkPolicyFrom(const Napi::Object& object) {
  NetworkPolicy policy;
  policy.min_port = IntMember(object, "minPort");
  policy.max_port = IntMember(object, "maxPort");
  policy.tcp_candidates = BoolMember(object, "tcpCandidates");
  policy.allow = StringsMember(object, "allowInterfaces");
  policy.deny = StringsMember(object, "denyInterfaces");
  policy.loopback = OptionalBoolMember(object, "loopback");
  policy.link_local = BoolMember(object, "linkLocal");
  policy.ipv6 = BoolMember(object, "ipv6");
  return policy;
}

webrtc::PeerConnectionInterface::RTCOfferAnswerOptions OfferOptionsFrom(
    const Napi::Object& object) {
  webrtc::PeerConnectionInterface::RTCOfferAnswerOptions options;
  options.ice_restart = BoolMember(object, "iceRestart");
  return options;
}

webrtc::DataChannelInit DataChannelInitFrom(const Napi::Object& object) {
  webrtc::DataChannelInit init;
  init.ordered = BoolMember(object, "ordered");
  init.maxRetransmitTime = OptionalIntMember(object, "maxPacketLifeTime");
  init.maxRetransmits = OptionalIntMember(object, "maxRetransmits");
  init.protocol = StringMember(object, "protocol");
  init.negotiated = BoolMember(object, "negotiated");
  init.id = OptionalIntMember(object, "id").value_or(-1);
  init.priority = EnumMember<webrtc::Priority>(object, "priority");
  return init;
}

}  // namespace nlw
