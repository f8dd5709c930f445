#ifndef TEST_NATIVE_MEDIA_PEER_H_
#define TEST_NATIVE_MEDIA_PEER_H_

#include <string>

#include "native/media/receiver_feed.h"
#include "native/media/track.h"
#include "test/native/peer.h"
#include "test/native/tracks.h"

namespace nlw {

inline void Send(Engine& engine, Peer& peer, const TrackPtr& track) {
  engine.signaling()->BlockingCall([&] {
    CHECK(peer.connection()->AddTrack(track->Get(), {"stream"}).ok());
  });
}

// Offers one codec alone.
inline void Prefer(Engine& engine, Peer& peer, const std::string& codec) {
  auto known = engine.factory()
                   ->GetRtpReceiverCapabilities(cricket::MEDIA_TYPE_VIDEO)
                   .codecs;
  std::erase_if(known, [&](const auto& item) { return item.name != codec; });
  for (const auto& transceiver : peer.connection()->GetTransceivers()) {
    CHECK(transceiver->SetCodecPreferences(known).ok());
  }
}

// JavaScript's track of the peer's first receiver of a kind.
inline TrackPtr RemoteTrack(Engine& engine,
                            Peer& peer,
                            cricket::MediaType kind) {
  return engine.signaling()->BlockingCall([&]() -> TrackPtr {
    for (const auto& receiver : peer.connection()->GetReceivers()) {
      if (receiver->media_type() == kind) {
        return Track::Create(engine, MakeReceiverFeed(engine, *receiver));
      }
    }
    CHECK(false);
  });
}

}  // namespace nlw

#endif  // TEST_NATIVE_MEDIA_PEER_H_
