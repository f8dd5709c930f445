#ifndef NATIVE_CODECS_CODEC_POLICY_H_
#define NATIVE_CODECS_CODEC_POLICY_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "api/video_codecs/sdp_video_format.h"
#include "rtc_base/synchronization/mutex.h"

namespace nlw {

// What an empty member is, or one that is not there, does not matter.
struct CodecPattern {
  std::string codec;
  // As SDP has it; the level in H.264's does not matter.
  std::string profile;
  std::string implementation;
  std::optional<bool> hardware;
  // To send, or to receive.
  std::optional<bool> sends;
};

struct CodecRules {
  // The first one that fits decides about the place.
  std::vector<CodecPattern> prefer;
  // Empty: all.
  std::vector<CodecPattern> allow;
  std::vector<CodecPattern> deny;
};

struct CodecPolicy {
  CodecRules audio;
  CodecRules video;
};

// One implementation of a codec, or a codec that has but one.
struct CodecCandidate {
  webrtc::SdpVideoFormat format;
  absl::string_view implementation;
  bool hardware = false;
  bool sends = false;
  // Not one of the means around media, such as RTX or comfort noise: these can
  // be denied, but do not have to be allowed.
  bool media = true;
};

bool Allows(const CodecRules& rules, const CodecCandidate& candidate);
// Lower is better. Only the order of ranks has a meaning.
size_t RankIn(const CodecRules& rules, const CodecCandidate& candidate);

// That of an environment. Any thread.
class CurrentCodecPolicy {
 public:
  // Never null.
  std::shared_ptr<const CodecPolicy> Get() const;
  void Set(CodecPolicy policy);

 private:
  mutable webrtc::Mutex mutex_;
  std::shared_ptr<const CodecPolicy> policy_ RTC_GUARDED_BY(mutex_) =
      std::make_shared<CodecPolicy>();
};

}  // namespace nlw

#endif  // NATIVE_CODECS_CODEC_POLICY_H_
