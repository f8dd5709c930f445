#ifndef NATIVE_CONVERT_RTP_FACTS_H_
#define NATIVE_CONVERT_RTP_FACTS_H_

#include <vector>

#include "api/rtp_parameters.h"
#include "api/transport/rtp/rtp_source.h"
#include "native/env/value.h"

namespace nlw {

// libwebrtc's RTP structs as the values of lib/native.ts. Pure functions.

// NativeCapabilities
Value CapabilitiesFact(const webrtc::RtpCapabilities& capabilities);
// Array of NativeHeaderExtensionCapability.
Value HeaderExtensionsFact(
    const std::vector<webrtc::RtpHeaderExtensionCapability>& extensions);

// NativeRtpParameters
Value::Object ParametersFact(const webrtc::RtpParameters& parameters);
// NativeSendParameters
Value SendParametersFact(const webrtc::RtpParameters& parameters);

// Array of NativeRtpSource. `now_us`: on the clock of rtc::TimeMicros(), which
// libwebrtc used.
Value SourcesFact(const std::vector<webrtc::RtpSource>& sources,
                  int64_t now_us);

}  // namespace nlw

#endif  // NATIVE_CONVERT_RTP_FACTS_H_
