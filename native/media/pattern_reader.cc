#include "native/media/pattern_reader.h"

#include "native/media/test_pattern.h"

namespace nlw {

void PatternReader::OnFrame(const webrtc::VideoFrame& frame) {
  const auto buffer = frame.video_frame_buffer()->ToI420();
  if (buffer) {
    OnReading(VideoReading{frame.width(), frame.height(),
                           ReadTestPattern(*buffer), MeanLuma(*buffer),
                           frame.timestamp_us()});
  }
}

void PatternReader::OnBlock(const AudioBlock& block) {
  if (const auto reading = tones_.Read(block)) {
    OnReading(*reading);
  }
}

}  // namespace nlw
