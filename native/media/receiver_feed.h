#ifndef NATIVE_MEDIA_RECEIVER_FEED_H_
#define NATIVE_MEDIA_RECEIVER_FEED_H_

#include <memory>

#include "api/rtp_receiver_interface.h"
#include "native/engine/engine.h"
#include "native/media/feed.h"

namespace nlw {

// What JavaScript's track of a receiver is made of; the receiver's own stays
// libwebrtc's. From now on video is decoded only while somebody takes it. Once
// per receiver, signaling thread.
std::unique_ptr<Feed> MakeReceiverFeed(Engine& engine,
                                       webrtc::RtpReceiverInterface& receiver);

}  // namespace nlw

#endif  // NATIVE_MEDIA_RECEIVER_FEED_H_
