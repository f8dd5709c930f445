#ifndef NATIVE_HANDLES_VIDEO_SOURCE_H_
#define NATIVE_HANDLES_VIDEO_SOURCE_H_

#include <memory>

#include "native/env/environment.h"
#include "native/env/handle.h"
#include "native/media/video_input.h"

namespace nlw {

// NativeVideoSource of lib/native-frames.ts.
class VideoSourceHandle : public Napi::ObjectWrap<VideoSourceHandle>,
                          public Handle {
 public:
  static void Define(Environment& environment);
  // addon.createVideoSource
  static Napi::Value Create(const Napi::CallbackInfo& info);

  explicit VideoSourceHandle(const Napi::CallbackInfo& info);

 private:
  void OnEnvironmentEnd() override { input_ = nullptr; }

  Napi::Value CreateTrack(const Napi::CallbackInfo& info);
  void Write(const Napi::CallbackInfo& info);

  // Its tracks have it too.
  std::shared_ptr<VideoInput> input_;
};

}  // namespace nlw

#endif  // NATIVE_HANDLES_VIDEO_SOURCE_H_
