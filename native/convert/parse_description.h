#ifndef NATIVE_CONVERT_PARSE_DESCRIPTION_H_
#define NATIVE_CONVERT_PARSE_DESCRIPTION_H_

#include <memory>
#include <string>

#include "api/jsep.h"

namespace nlw {

// The one way from SDP to libwebrtc: parses, and refuses what is beyond
// SdpBounds and what libwebrtc would end the process over later. Null with
// `error` filled in when it is refused. Any thread.
std::unique_ptr<webrtc::SessionDescriptionInterface> ParseDescription(
    webrtc::SdpType type,
    const std::string& sdp,
    webrtc::SdpParseError& error);

// False when the media section that is meant has all candidates that it may
// have. Signaling thread.
bool HasRoomForCandidate(const webrtc::SessionDescriptionInterface* description,
                         const std::string& mid,
                         int mline_index);

}  // namespace nlw

#endif  // NATIVE_CONVERT_PARSE_DESCRIPTION_H_
