#include "native/convert/rtp_priority.h"

namespace nlw {
namespace {

struct Row {
  webrtc::Priority priority;
  double weight;
};

constexpr Row kRows[] = {
    {webrtc::Priority::kVeryLow, 0.5},
    {webrtc::Priority::kLow, 1},
    {webrtc::Priority::kMedium, 2},
    {webrtc::Priority::kHigh, 4},
};

}  // namespace

double BitrateWeightOf(webrtc::Priority priority) {
  for (const Row& row : kRows) {
    if (row.priority == priority) {
      return row.weight;
    }
  }
  return 1;
}

webrtc::Priority PriorityOf(double bitrate_weight) {
  for (const Row& row : kRows) {
    if (bitrate_weight <= row.weight) {
      return row.priority;
    }
  }
  return webrtc::Priority::kHigh;
}

}  // namespace nlw
