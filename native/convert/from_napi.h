#ifndef NATIVE_CONVERT_FROM_NAPI_H_
#define NATIVE_CONVERT_FROM_NAPI_H_

#include <optional>
#include <string>
#include <vector>

#include "api/data_channel_interface.h"
#include "api/peer_connection_interface.h"
#include "api/transport/bitrate_settings.h"
#include "native/convert/enums.h"
#include "native/engine/network_policy.h"
#include "native/napi.h"

namespace nlw {

// The dictionaries of lib/native.ts as libwebrtc's structs. TypeScript has
// converted and checked them, so a missing member is an error of ours and
// throws a JavaScript TypeError.

std::string StringMember(const Napi::Object& object, const char* name);
bool BoolMember(const Napi::Object& object, const char* name);
int IntMember(const Napi::Object& object, const char* name);
double DoubleMember(const Napi::Object& object, const char* name);
std::optional<int> OptionalIntMember(const Napi::Object& object,
                                     const char* name);
std::optional<bool> OptionalBoolMember(const Napi::Object& object,
                                       const char* name);
std::optional<double> OptionalDoubleMember(const Napi::Object& object,
                                           const char* name);
std::optional<std::string> OptionalStringMember(const Napi::Object& object,
                                                const char* name);
std::vector<std::string> StringsMember(const Napi::Object& object,
                                       const char* name);
std::vector<double> DoublesMember(const Napi::Object& object, const char* name);
std::vector<std::string> StringsFrom(const Napi::Array& array);

template <typename Enum>
Enum EnumMember(const Napi::Object& object, const char* name) {
  const std::string text = StringMember(object, name);
  Enum value;
  if (!FromName(text, value)) {
    throw Napi::TypeError::New(object.Env(), name + (": " + text));
  }
  return value;
}

// But for certificates, which are handles.
webrtc::PeerConnectionInterface::RTCConfiguration ConfigurationFrom(
    const Napi::Object& object);
NetworkPolicy NetworkPolicyFrom(const Napi::Object& object);
webrtc::PeerConnectionInterface::RTCOfferAnswerOptions OfferOptionsFrom(
    const Napi::Object& object);
webrtc::DataChannelInit DataChannelInitFrom(const Napi::Object& object);

}  // namespace nlw

#endif  // NATIVE_CONVERT_FROM_NAPI_H_
