#ifndef NATIVE_MEDIA_SENDER_GUARD_H_
#define NATIVE_MEDIA_SENDER_GUARD_H_

#include "api/jsep.h"
#include "api/peer_connection_interface.h"
#include "api/rtc_error.h"
#include "api/rtp_transceiver_interface.h"

namespace nlw {

// libwebrtc (M123) ends the process over two states of a sender that plain
// calls lead to. These keep it out of them. Signaling thread.

// The first: encodings that have not been applied yet, and a local stream with
// fewer of them. A rollback gives a sender its encodings back, but leaves it
// the stream that the description had, and the next one may have none: to be
// called when a description was applied or rolled back.
void ForgetStreamsRolledBack(webrtc::PeerConnectionInterface& connection);

// And before a local description that may have been changed is applied. Not OK
// when it has fewer encodings.
webrtc::RTCError CheckEncodings(
    const webrtc::PeerConnectionInterface& connection,
    const webrtc::SessionDescriptionInterface& local);

// The second: layers of simulcast that the remote side refused count again in
// every negotiation. To be called before the sender's parameters are set. Not
// OK when they cannot be.
webrtc::RTCError RecountRefusedLayers(
    webrtc::RtpTransceiverInterface& transceiver);

}  // namespace nlw

#endif  // NATIVE_MEDIA_SENDER_GUARD_H_
