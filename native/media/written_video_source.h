#ifndef NATIVE_MEDIA_WRITTEN_VIDEO_SOURCE_H_
#define NATIVE_MEDIA_WRITTEN_VIDEO_SOURCE_H_

#include <memory>

#include "native/media/video_input.h"
#include "native/media/video_source.h"

namespace nlw {

// What the program writes, as one track gives it.
class WrittenVideoSource : public VideoSource {
 public:
  // Any thread; the last reference is dropped on the signaling thread.
  WrittenVideoSource(rtc::Thread* worker, std::shared_ptr<VideoInput> input);

  rtc::scoped_refptr<VideoSource> Clone() const override;
  bool remote() const override { return false; }
  bool is_screencast() const override {
    return input_->options().is_screencast;
  }
  absl::optional<bool> needs_denoising() const override {
    return input_->options().needs_denoising;
  }

  // Of the input.
  void OnFrame(const webrtc::VideoFrame& frame) { Deliver(frame); }

 private:
  void Start() override { input_->Add(this); }
  void Halt() override { input_->Remove(this); }

  const std::shared_ptr<VideoInput> input_;
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_WRITTEN_VIDEO_SOURCE_H_
