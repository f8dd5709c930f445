#ifndef NATIVE_HANDLES_PIXELS_H_
#define NATIVE_HANDLES_PIXELS_H_

#include "native/env/environment.h"
#include "native/env/value.h"
#include "native/media/pixels.h"

namespace nlw {

NativeRef RefOf(Pixels pixels);

// NativePixels of lib/native-frames.ts. Free of threads, so it is no Handle.
class PixelsHandle : public Napi::ObjectWrap<PixelsHandle> {
 public:
  static void Define(Environment& environment);
  // addon.createPixels, addon.takePixels, addon.dropPixels, addon.convertPixels
  static Napi::Value Create(const Napi::CallbackInfo& info);
  static Napi::Value Take(const Napi::CallbackInfo& info);
  static void Drop(const Napi::CallbackInfo& info);
  static void Convert(const Napi::CallbackInfo& info);
  // Throws when the handle was closed.
  static Pixels From(const Napi::Value& value);

  explicit PixelsHandle(const Napi::CallbackInfo& info);
  ~PixelsHandle() override;

 private:
  Napi::Value Format(const Napi::CallbackInfo& info);
  Napi::Value Width(const Napi::CallbackInfo& info);
  Napi::Value Height(const Napi::CallbackInfo& info);
  void CopyTo(const Napi::CallbackInfo& info);
  Napi::Value TakeBytes(const Napi::CallbackInfo& info);
  Napi::Value Clone(const Napi::CallbackInfo& info);
  void Close(const Napi::CallbackInfo&) { Close(); }
  Napi::Value Share(const Napi::CallbackInfo& info);

  const Pixels& Open() const;
  void Close();

  // Null once it is closed.
  Pixels pixels_;
  // What V8 is told of.
  int64_t size_;
};

}  // namespace nlw

#endif  // NATIVE_HANDLES_PIXELS_H_
