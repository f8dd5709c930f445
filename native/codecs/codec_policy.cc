#include "native/codecs/codec_policy.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "media/base/media_constants.h"

namespace nlw {
namespace {

bool HasProfile(const webrtc::SdpVideoFormat& format,
                const std::string& profile) {
  webrtc::SdpVideoFormat wanted(format.name);
  if (absl::EqualsIgnoreCase(format.name, cricket::kH264CodecName)) {
    wanted.parameters = format.parameters;
    wanted.parameters[cricket::kH264FmtpProfileLevelId] = profile;
  } else if (absl::EqualsIgnoreCase(format.name, cricket::kVp9CodecName)) {
    wanted.parameters[cricket::kVP9ProfileId] = profile;
  } else if (absl::EqualsIgnoreCase(format.name, cricket::kAv1CodecName)) {
    wanted.parameters[cricket::kAv1FmtpProfile] = profile;
  } else {
    return false;
  }
  return format.IsSameCodec(wanted);
}

bool Fits(const CodecPattern& pattern, const CodecCandidate& candidate) {
  return (pattern.codec.empty() ||
          absl::EqualsIgnoreCase(pattern.codec, candidate.format.name)) &&
         (pattern.profile.empty() ||
          HasProfile(candidate.format, pattern.profile)) &&
         (pattern.implementation.empty() ||
          absl::EqualsIgnoreCase(pattern.implementation,
                                 candidate.implementation)) &&
         pattern.hardware.value_or(candidate.hardware) == candidate.hardware &&
         pattern.sends.value_or(candidate.sends) == candidate.sends;
}

std::vector<CodecPattern>::const_iterator Find(
    const std::vector<CodecPattern>& patterns,
    const CodecCandidate& candidate) {
  return std::find_if(patterns.begin(), patterns.end(),
                      [&candidate](const CodecPattern& pattern) {
                        return Fits(pattern, candidate);
                      });
}

// A list of what is sent alone says nothing about what is received.
bool Concerns(const std::vector<CodecPattern>& patterns, bool sends) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [sends](const CodecPattern& pattern) {
                       return pattern.sends.value_or(sends) == sends;
                     });
}

}  // namespace

bool Allows(const CodecRules& rules, const CodecCandidate& candidate) {
  if (Find(rules.deny, candidate) != rules.deny.end())
    return false;
  return !candidate.media || !Concerns(rules.allow, candidate.sends) ||
         Find(rules.allow, candidate) != rules.allow.end();
}

size_t RankIn(const CodecRules& rules, const CodecCandidate& candidate) {
  return static_cast<size_t>(Find(rules.prefer, candidate) -
                             rules.prefer.begin());
}

std::shared_ptr<const CodecPolicy> CurrentCodecPolicy::Get() const {
  webrtc::MutexLock lock(&mutex_);
  return policy_;
}

void CurrentCodecPolicy::Set(CodecPolicy policy) {
  auto made = std::make_shared<const CodecPolicy>(std::move(policy));
  webrtc::MutexLock lock(&mutex_);
  policy_ = std::move(made);
}

}  // namespace nlw
