#ifndef NATIVE_MEDIA_REMOTE_VIDEO_SOURCE_H_
#define NATIVE_MEDIA_REMOTE_VIDEO_SOURCE_H_

#include "native/media/frame_gate.h"
#include "native/media/video_source.h"

namespace nlw {

// The video of a receiver. It takes frames from the receiver's own track, and
// keeps its gate open, only while somebody takes them here.
class RemoteVideoSource : public VideoSource, private VideoFanOut::Sink {
 public:
  // Any thread; the last reference is dropped on the signaling thread.
  RemoteVideoSource(rtc::Thread* worker,
                    rtc::scoped_refptr<webrtc::VideoTrackInterface> track,
                    rtc::scoped_refptr<FrameGate> gate);

  rtc::scoped_refptr<VideoSource> Clone() const override;
  bool remote() const override { return true; }

 private:
  void Start() override;
  void Halt() override;
  void OnFrame(const webrtc::VideoFrame& frame) override;

  const rtc::scoped_refptr<webrtc::VideoTrackInterface> track_;
  const rtc::scoped_refptr<FrameGate> gate_;
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_REMOTE_VIDEO_SOURCE_H_
