#ifndef NATIVE_CONVERT_RTP_PRIORITY_H_
#define NATIVE_CONVERT_RTP_PRIORITY_H_

#include "api/priority.h"

namespace nlw {

// libwebrtc has the priority of an encoding as a weight.
// https://w3c.github.io/webrtc-priority/#rtc-priority-type
double BitrateWeightOf(webrtc::Priority priority);
webrtc::Priority PriorityOf(double bitrate_weight);

}  // namespace nlw

#endif  // NATIVE_CONVERT_RTP_PRIORITY_H_
