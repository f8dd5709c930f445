#ifndef NATIVE_HANDLES_TRACK_H_
#define NATIVE_HANDLES_TRACK_H_

#include <memory>
#include <utility>

#include "native/env/environment.h"
#include "native/env/handle.h"
#include "native/env/value.h"
#include "native/media/track.h"

namespace nlw {

inline NativeRef RefOf(std::shared_ptr<Track> track) {
  return {NativeKind::kTrack, std::move(track)};
}

// NativeTrack of lib/native.ts.
class TrackHandle : public Napi::ObjectWrap<TrackHandle>, public Handle {
 public:
  static void Define(Environment& environment);
  // addon.createTestTrack
  static Napi::Value CreateTest(const Napi::CallbackInfo& info);
  // Null for JavaScript's null.
  static std::shared_ptr<Track> From(const Napi::Value& value);

  explicit TrackHandle(const Napi::CallbackInfo& info);

 private:
  void OnEnvironmentEnd() override;

  void SetEnabled(const Napi::CallbackInfo& info);
  void SetContentHint(const Napi::CallbackInfo& info);
  Napi::Value Clone(const Napi::CallbackInfo& info);
  void Stop(const Napi::CallbackInfo& info);
  void Configure(const Napi::CallbackInfo& info);
  Napi::Value Read(const Napi::CallbackInfo& info);

  const std::shared_ptr<Track> track_;
};

}  // namespace nlw

#endif  // NATIVE_HANDLES_TRACK_H_
