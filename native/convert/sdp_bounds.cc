#include "native/convert/sdp_bounds.h"

#include <map>

#include "absl/strings/match.h"

namespace nlw {
namespace {

std::string MoreThan(size_t bound, const char* what) {
  return "There are more than " + std::to_string(bound) + " " + what + ".";
}

// Takes the lines of one description, in order.
class Counter {
 public:
  // Empty, or the bound that this line exceeds.
  std::string Take(std::string_view line) {
    if (line.size() > SdpBounds::kLineBytes) {
      return MoreThan(SdpBounds::kLineBytes, "bytes in a line");
    }
    if (++lines_ > SdpBounds::kLines) {
      return MoreThan(SdpBounds::kLines, "lines");
    }
    if (absl::StartsWith(line, "m=")) {
      section_lines_ = 0;
      feedback_.clear();
      if (++sections_ > SdpBounds::kSections) {
        return MoreThan(SdpBounds::kSections, "media sections");
      }
    }
    if (++section_lines_ > SdpBounds::kSectionLines) {
      return MoreThan(SdpBounds::kSectionLines, "lines in a section");
    }
    constexpr std::string_view kFeedback = "a=rtcp-fb:";
    if (absl::StartsWith(line, kFeedback)) {
      line.remove_prefix(kFeedback.size());
      if (++feedback_[line.substr(0, line.find(' '))] >
          SdpBounds::kFeedbackLines) {
        return MoreThan(SdpBounds::kFeedbackLines,
                        "rtcp-fb lines of a payload type");
      }
    }
    return {};
  }

 private:
  size_t lines_ = 0;
  size_t sections_ = 0;
  size_t section_lines_ = 0;
  std::map<std::string_view, size_t> feedback_;
};

}  // namespace

std::string SdpBoundExceeded(std::string_view sdp) {
  if (sdp.size() > SdpBounds::kBytes) {
    return MoreThan(SdpBounds::kBytes, "bytes");
  }
  Counter counter;
  while (!sdp.empty()) {
    const size_t end = sdp.find('\n');
    std::string exceeded = counter.Take(sdp.substr(0, end));
    if (!exceeded.empty()) {
      return exceeded;
    }
    sdp.remove_prefix(end == std::string_view::npos ? sdp.size() : end + 1);
  }
  return {};
}

}  // namespace nlw
