#ifndef NATIVE_MEDIA_FRAME_GATE_H_
#define NATIVE_MEDIA_FRAME_GATE_H_

#include <cstdint>
#include <map>
#include <memory>
#include <optional>

#include "api/frame_transformer_interface.h"
#include "api/make_ref_counted.h"
#include "native/codecs/skip_mark.h"
#include "rtc_base/thread.h"

namespace nlw {

// Between a video receiver's jitter buffer and its decoder: while nobody takes
// the video, a SkipMark replaces each frame's payload, so that nothing is
// decoded, and libwebrtc neither misses frames nor asks for key frames. After
// that only a key frame can be the first to pass. Worker thread.
class FrameGate : public webrtc::FrameTransformerInterface {
 public:
  // Any thread.
  explicit FrameGate(rtc::Thread* worker) : worker_(worker) {}

  // Once per taker; as many calls of Close() close it. True when a key frame
  // must be asked for now.
  bool Open();
  void Close();

  void Transform(
      std::unique_ptr<webrtc::TransformableFrameInterface> frame) override;
  void RegisterTransformedFrameSinkCallback(
      rtc::scoped_refptr<webrtc::TransformedFrameCallback> callback,
      uint32_t ssrc) override;
  void UnregisterTransformedFrameSinkCallback(uint32_t ssrc) override;

 private:
  struct Picture {
    uint32_t timestamp;
    bool passes;
  };

  SkipMark Judge(const webrtc::TransformableVideoFrameInterface& frame);
  bool Passes(uint32_t timestamp, bool key_frame);
  bool IsLate(uint32_t timestamp);
  void HoldBack(uint32_t timestamp);
  void Reset();

  rtc::Thread* const worker_;
  std::map<uint32_t, rtc::scoped_refptr<webrtc::TransformedFrameCallback>>
      callbacks_;
  int takers_ = 0;
  int64_t asked_ms_ = 0;

  // Of the stream. RTP timestamps; those that are forgotten may come again
  // when the counter wraps.
  bool begun_ = false;
  bool passing_ = false;
  // Layers of one picture share its fate.
  std::optional<Picture> last_;
  // The key frame that passed first, for a while.
  std::optional<uint32_t> first_passed_;
  std::optional<uint32_t> newest_held_back_;
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_FRAME_GATE_H_
