#ifndef NATIVE_MEDIA_PATTERN_READER_H_
#define NATIVE_MEDIA_PATTERN_READER_H_

#include "native/media/readings.h"
#include "native/media/tone_reader.h"
#include "native/media/track_reader.h"

namespace nlw {

// Reads what a test source draws or plays, and how bright or loud it is.
class PatternReader : public TrackReader {
 public:
  void OnFrame(const webrtc::VideoFrame& frame) final;
  void OnBlock(const AudioBlock& block) final;

 private:
  virtual void OnReading(const VideoReading& reading) = 0;
  virtual void OnReading(const AudioReading& reading) = 0;

  ToneReader tones_;
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_PATTERN_READER_H_
