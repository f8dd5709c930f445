#ifndef NATIVE_HANDLES_READER_H_
#define NATIVE_HANDLES_READER_H_

#include <memory>

#include "native/env/environment.h"
#include "native/env/handle.h"
#include "native/media/track.h"
#include "native/observers/reader.h"

namespace nlw {

// NativeReader of lib/native-frames.ts. Collected, it stops.
class ReaderHandle : public Napi::ObjectWrap<ReaderHandle>, public Handle {
 public:
  static void Define(Environment& environment);
  // NativeTrack.read; `options`: NativeReaderOptions.
  static Napi::Value Create(Environment& environment,
                            std::shared_ptr<Track> track,
                            const Napi::Object& options);

  explicit ReaderHandle(const Napi::CallbackInfo& info);
  ~ReaderHandle() override;

 private:
  struct Reading {
    std::shared_ptr<Track> track;
    std::shared_ptr<Reader> reader;
  };

  void OnEnvironmentEnd() override { Stop(); }

  Napi::Value Id(const Napi::CallbackInfo& info);
  void Stop(const Napi::CallbackInfo&) { Stop(); }
  void Stop();

  // Null once it has stopped.
  std::shared_ptr<Reading> reading_;
  const int id_;
};

}  // namespace nlw

#endif  // NATIVE_HANDLES_READER_H_
