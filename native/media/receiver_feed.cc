#include "native/media/receiver_feed.h"

#include <utility>

#include "api/make_ref_counted.h"
#include "native/engine/thread_check.h"
#include "native/media/audio_feed.h"
#include "native/media/frame_gate.h"
#include "native/media/remote_audio_source.h"
#include "native/media/remote_video_source.h"
#include "native/media/video_feed.h"

namespace nlw {
namespace {

// libwebrtc tells by the kind which one it is.
template <typename Track>
rtc::scoped_refptr<Track> TrackOf(webrtc::RtpReceiverInterface& receiver) {
  return rtc::scoped_refptr<Track>(static_cast<Track*>(receiver.track().get()));
}

}  // namespace

std::unique_ptr<Feed> MakeReceiverFeed(Engine& engine,
                                       webrtc::RtpReceiverInterface& receiver) {
  NLW_DCHECK_RUN_ON(engine.signaling());
  if (receiver.media_type() == cricket::MEDIA_TYPE_AUDIO) {
    return std::make_unique<AudioFeed>(
        engine.factory(), receiver.id(),
        rtc::make_ref_counted<RemoteAudioSource>(
            engine.received_audio(),
            TrackOf<webrtc::AudioTrackInterface>(receiver)));
  }
  auto gate = rtc::make_ref_counted<FrameGate>(engine.worker());
  receiver.SetDepacketizerToDecoderFrameTransformer(gate);
  return std::make_unique<VideoFeed>(
      engine.factory(), receiver.id(),
      rtc::make_ref_counted<RemoteVideoSource>(
          engine.worker(), TrackOf<webrtc::VideoTrackInterface>(receiver),
          std::move(gate)));
}

}  // namespace nlw
