#ifndef NATIVE_CONVERT_FACTS_H_
#define NATIVE_CONVERT_FACTS_H_

#include "api/candidate.h"
#include "api/jsep.h"
#include "api/peer_connection_interface.h"
#include "api/rtc_error.h"
#include "api/sctp_transport_interface.h"
#include "api/stats/rtc_stats_report.h"
#include "native/env/value.h"

namespace nlw {

// libwebrtc's structs as the values of lib/native.ts. Pure functions; what
// they read must be readable on the calling thread.

// Null when the error is OK.
Value ErrorFact(const webrtc::RTCError& error);
// NativeError of an SDP text that does not parse. `sdp` gives the line number.
Value SdpErrorFact(const webrtc::SdpParseError& error, const std::string& sdp);
// NativeError of type 'certificate-error'.
Value CertificateErrorFact(const std::string& message);

Value DescriptionFact(const webrtc::SessionDescriptionInterface* description);
Value DescriptionFact(webrtc::SdpType type, std::string sdp);

// NativeIceCandidate. `transport_name`: the mid.
Value CandidateFact(const cricket::Candidate& candidate,
                    const std::string& mid,
                    int mline_index);

// Array of NativeStats.
Value StatsFact(const webrtc::RTCStatsReport& report);

}  // namespace nlw

#endif  // NATIVE_CONVERT_FACTS_H_
