#ifndef NATIVE_MEDIA_TRACK_READER_H_
#define NATIVE_MEDIA_TRACK_READER_H_

#include "api/video/video_frame.h"
#include "api/video/video_sink_interface.h"
#include "native/media/audio_block.h"

namespace nlw {

// One who reads a track, of either kind. Any thread, in sequence.
class TrackReader : public rtc::VideoSinkInterface<webrtc::VideoFrame> {
 public:
  ~TrackReader() override = default;

  void OnFrame(const webrtc::VideoFrame& /*frame*/) override {}
  virtual void OnBlock(const AudioBlock& /*block*/) {}
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_TRACK_READER_H_
