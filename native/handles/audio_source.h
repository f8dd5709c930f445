#ifndef NATIVE_HANDLES_AUDIO_SOURCE_H_
#define NATIVE_HANDLES_AUDIO_SOURCE_H_

#include <memory>

#include "native/env/environment.h"
#include "native/env/handle.h"
#include "native/handles/pixel_arguments.h"
#include "native/media/audio_input.h"
#include "native/media/sample_format.h"

namespace nlw {

// NativeAudioSource of lib/native-frames.ts.
class AudioSourceHandle : public Napi::ObjectWrap<AudioSourceHandle>,
                          public Handle {
 public:
  static void Define(Environment& environment);
  // addon.createAudioSource
  static Napi::Value Create(const Napi::CallbackInfo& info);

  explicit AudioSourceHandle(const Napi::CallbackInfo& info);

 private:
  struct Source {
    int id;
    std::shared_ptr<AudioInput> input;
  };

  void OnEnvironmentEnd() override { input_ = nullptr; }

  Napi::Value Id(const Napi::CallbackInfo& info);
  Napi::Value CreateTrack(const Napi::CallbackInfo& info);
  void Write(const Napi::CallbackInfo& info);
  void WriteInterleaved(const Napi::CallbackInfo& info);
  // The arguments from `first` on: rate, channels, frames, timestamp.
  void Write(const Napi::CallbackInfo& info,
             size_t first,
             int request,
             const Bytes& bytes,
             const SampleFormat& format);
  void Clear(const Napi::CallbackInfo& info);
  Napi::Value Buffered(const Napi::CallbackInfo& info);

  int id_;
  // Its tracks have it too.
  std::shared_ptr<AudioInput> input_;
};

}  // namespace nlw

#endif  // NATIVE_HANDLES_AUDIO_SOURCE_H_
