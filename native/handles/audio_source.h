#ifndef NATIVE_HANDLES_AUDIO_SOURCE_H_
#define NATIVE_HANDLES_AUDIO_SOURCE_H_

#include <cstdint>
#include <memory>
#include <optional>

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

  // What is written to. Shared with a function of JavaScript.
  struct Input {
    std::shared_ptr<AudioInput> audio;
    // Where what was written last ends, microseconds.
    std::optional<int64_t> end_us;
  };

  void OnEnvironmentEnd() override { input_->audio = nullptr; }

  Napi::Value Id(const Napi::CallbackInfo& info);
  Napi::Value CreateTrack(const Napi::CallbackInfo& info);
  void Write(const Napi::CallbackInfo& info);
  static void WriteInterleaved(const Napi::CallbackInfo& info, Input& input);
  // The arguments from `first` on: rate, channels, frames, timestamp.
  static void Write(const Napi::CallbackInfo& info,
                    Input& input,
                    size_t first,
                    int request,
                    const Bytes& bytes,
                    const SampleFormat& format);
  void Clear(const Napi::CallbackInfo& info);
  Napi::Value Buffered(const Napi::CallbackInfo& info);

  int id_;
  // Its tracks have `audio` too.
  const std::shared_ptr<Input> input_;
};

}  // namespace nlw

#endif  // NATIVE_HANDLES_AUDIO_SOURCE_H_
