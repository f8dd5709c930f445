#include <algorithm>
#include <utility>

#include "native/codecs/video_codec_table.h"

namespace nlw {
namespace {

template <typename Entry>
constexpr bool kSends = std::is_same_v<Entry, VideoEncoderEntry>;

template <typename Entry>
CodecCandidate CandidateOf(const Entry& entry,
                           const webrtc::SdpVideoFormat& format) {
  return {.format = format,
          .implementation = entry.implementation,
          .hardware = entry.hardware,
          .sends = kSends<Entry>,
          .media = true};
}

template <typename Entry>
std::vector<webrtc::SdpVideoFormat> Formats(rtc::ArrayView<const Entry> table) {
  std::vector<webrtc::SdpVideoFormat> all;
  for (const Entry& entry : table) {
    for (webrtc::SdpVideoFormat& format : entry.formats()) {
      if (!format.IsCodecInList(all))
        all.push_back(std::move(format));
    }
  }
  return all;
}

template <typename Entry>
std::vector<CodecCandidate> Candidates(rtc::ArrayView<const Entry> table) {
  std::vector<CodecCandidate> candidates;
  for (const Entry& entry : table) {
    for (const webrtc::SdpVideoFormat& format : entry.formats())
      candidates.push_back(CandidateOf(entry, format));
  }
  return candidates;
}

template <typename Entry>
std::vector<const Entry*> ChooseFrom(rtc::ArrayView<const Entry> table,
                                     const webrtc::SdpVideoFormat& format,
                                     const CodecRules& rules) {
  struct Choice {
    size_t rank;
    const Entry* entry;
  };
  std::vector<const Entry*> all;
  std::vector<Choice> allowed;
  for (const Entry& entry : table) {
    if (!format.IsCodecInList(entry.formats()))
      continue;
    all.push_back(&entry);
    const CodecCandidate candidate = CandidateOf(entry, format);
    if (Allows(rules, candidate))
      allowed.push_back({RankIn(rules, candidate), &entry});
  }
  if (allowed.empty())
    return all;
  std::stable_sort(
      allowed.begin(), allowed.end(),
      [](const Choice& a, const Choice& b) { return a.rank < b.rank; });
  std::vector<const Entry*> entries;
  for (const Choice& choice : allowed)
    entries.push_back(choice.entry);
  return entries;
}

}  // namespace

std::vector<webrtc::SdpVideoFormat> FormatsOf(
    rtc::ArrayView<const VideoEncoderEntry> table) {
  return Formats(table);
}

std::vector<webrtc::SdpVideoFormat> FormatsOf(
    rtc::ArrayView<const VideoDecoderEntry> table) {
  return Formats(table);
}

std::vector<CodecCandidate> CandidatesOf(
    rtc::ArrayView<const VideoEncoderEntry> table) {
  return Candidates(table);
}

std::vector<CodecCandidate> CandidatesOf(
    rtc::ArrayView<const VideoDecoderEntry> table) {
  return Candidates(table);
}

std::vector<const VideoEncoderEntry*> Choose(
    rtc::ArrayView<const VideoEncoderEntry> table,
    const webrtc::SdpVideoFormat& format,
    const CodecRules& rules) {
  return ChooseFrom(table, format, rules);
}

std::vector<const VideoDecoderEntry*> Choose(
    rtc::ArrayView<const VideoDecoderEntry> table,
    const webrtc::SdpVideoFormat& format,
    const CodecRules& rules) {
  return ChooseFrom(table, format, rules);
}

}  // namespace nlw
