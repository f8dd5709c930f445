#include "native/codecs/offered_codecs.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/match.h"
#include "media/base/media_constants.h"

namespace nlw {
namespace {

using Codecs = std::vector<cricket::Codec>;
using Resiliency = cricket::Codec::ResiliencyType;

struct Ranked {
  size_t rank;
  cricket::Codec codec;
};

Codecs InOrder(std::vector<Ranked> ranked) {
  std::stable_sort(
      ranked.begin(), ranked.end(),
      [](const Ranked& a, const Ranked& b) { return a.rank < b.rank; });
  Codecs codecs;
  for (Ranked& item : ranked)
    codecs.push_back(std::move(item.codec));
  return codecs;
}

webrtc::SdpVideoFormat FormatOf(const cricket::Codec& codec) {
  return webrtc::SdpVideoFormat(codec.name, codec.params);
}

bool Named(const cricket::Codec& codec, const char* name) {
  return absl::EqualsIgnoreCase(codec.name, name);
}

// Comfort noise, telephone-event, RED: of no use alone.
bool GoesWithOthers(const cricket::Codec& codec) {
  return codec.GetResiliencyType() != Resiliency::kNone ||
         Named(codec, cricket::kCnCodecName) ||
         Named(codec, cricket::kDtmfCodecName);
}

// What RED carries stands in its line: `111/111`.
bool CarriedByRed(const cricket::Codec& red, const cricket::Codec& codec) {
  std::string line;
  return red.GetParam(cricket::kCodecParamNotInNameValueFormat, &line) &&
         absl::StartsWith(line, std::to_string(codec.id) + "/");
}

// The best of a codec's implementations that are allowed.
std::optional<size_t> RankOf(const CodecRules& rules,
                             const cricket::Codec& codec,
                             rtc::ArrayView<const CodecCandidate> candidates) {
  std::optional<size_t> best;
  for (const CodecCandidate& candidate : candidates) {
    if (!candidate.format.IsSameCodec(FormatOf(codec)) ||
        !Allows(rules, candidate)) {
      continue;
    }
    const size_t rank = RankIn(rules, candidate);
    best = std::min(best.value_or(rank), rank);
  }
  return best;
}

CodecCandidate Alone(const cricket::Codec& codec, bool sends, bool media) {
  return {.format = FormatOf(codec),
          .implementation = "",
          .hardware = false,
          .sends = sends,
          .media = media};
}

}  // namespace

Codecs OfferedAudio(const CodecRules& rules, const Codecs& all, bool sends) {
  std::vector<Ranked> ranked;
  for (const cricket::Codec& codec : all) {
    const CodecCandidate candidate = Alone(codec, sends, /*media=*/true);
    if (!GoesWithOthers(codec) && Allows(rules, candidate))
      ranked.push_back({RankIn(rules, candidate), codec});
  }
  const Codecs media = InOrder(std::move(ranked));
  std::vector<const cricket::Codec*> others;
  for (const cricket::Codec& codec : all) {
    if (GoesWithOthers(codec) &&
        Allows(rules, Alone(codec, sends, /*media=*/false))) {
      others.push_back(&codec);
    }
  }
  Codecs offered;
  for (const cricket::Codec& codec : media) {
    offered.push_back(codec);
    for (const cricket::Codec* red : others) {
      if (CarriedByRed(*red, codec))
        offered.push_back(*red);
    }
  }
  for (const cricket::Codec* other : others) {
    const auto has_its_rate = [other](const cricket::Codec& codec) {
      return codec.clockrate == other->clockrate;
    };
    if (other->GetResiliencyType() == Resiliency::kNone &&
        std::any_of(media.begin(), media.end(), has_its_rate)) {
      offered.push_back(*other);
    }
  }
  return offered;
}

Codecs OfferedVideo(const CodecRules& rules,
                    const Codecs& all,
                    rtc::ArrayView<const CodecCandidate> candidates,
                    bool sends) {
  std::vector<Ranked> ranked;
  Codecs others;
  bool rtx = false;
  for (const cricket::Codec& codec : all) {
    if (codec.GetResiliencyType() == Resiliency::kNone) {
      if (const auto rank = RankOf(rules, codec, candidates))
        ranked.push_back({*rank, codec});
      continue;
    }
    const bool allowed = Allows(rules, Alone(codec, sends, /*media=*/false));
    if (codec.GetResiliencyType() == Resiliency::kRtx)
      rtx |= allowed;
    else if (allowed)
      others.push_back(codec);
  }
  Codecs primary = InOrder(std::move(ranked));
  if (primary.empty())
    return {};
  primary.insert(primary.end(), others.begin(), others.end());
  Codecs offered;
  for (const cricket::Codec& codec : primary) {
    offered.push_back(codec);
    for (const cricket::Codec& repeats : all) {
      int repeated = 0;
      if (rtx && repeats.GetResiliencyType() == Resiliency::kRtx &&
          repeats.GetParam(cricket::kCodecParamAssociatedPayloadType,
                           &repeated) &&
          repeated == codec.id) {
        offered.push_back(repeats);
      }
    }
  }
  return offered;
}

}  // namespace nlw
