#include "native/handles/codec_policy.h"

#include <utility>
#include <vector>

#include "native/codecs/codec_policy.h"
#include "native/convert/from_napi.h"
#include "native/env/environment.h"

namespace nlw {
namespace {

CodecPattern PatternFrom(const Napi::Object& object) {
  CodecPattern pattern;
  pattern.codec = StringMember(object, "codec");
  pattern.profile = StringMember(object, "profile");
  pattern.implementation = StringMember(object, "implementation");
  pattern.hardware = OptionalBoolMember(object, "hardware");
  if (const auto direction = OptionalStringMember(object, "direction"))
    pattern.sends = *direction == "send";
  return pattern;
}

std::vector<CodecPattern> PatternsFrom(const Napi::Value& value) {
  const Napi::Array array = value.As<Napi::Array>();
  std::vector<CodecPattern> patterns;
  for (uint32_t i = 0; i < array.Length(); ++i)
    patterns.push_back(PatternFrom(array.Get(i).As<Napi::Object>()));
  return patterns;
}

CodecRules RulesFrom(const Napi::Value& value) {
  const Napi::Object object = value.As<Napi::Object>();
  return {.prefer = PatternsFrom(object.Get("prefer")),
          .allow = PatternsFrom(object.Get("allow")),
          .deny = PatternsFrom(object.Get("deny"))};
}

}  // namespace

void SetCodecPolicy(const Napi::CallbackInfo& info) {
  const Napi::Object policy = info[0].As<Napi::Object>();
  Environment& environment = Environment::From(info.Env());
  CodecPolicy rules{.audio = RulesFrom(policy.Get("audio")),
                    .video = RulesFrom(policy.Get("video"))};
  // libwebrtc has made the connections by then whose constructors ran before.
  environment.WaitAfterAll("setCodecPolicy", [&environment, &rules] {
    environment.engine().codec_policy().Set(std::move(rules));
  });
}

}  // namespace nlw
