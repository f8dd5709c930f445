#ifndef NATIVE_HANDLES_DATA_CHANNEL_H_
#define NATIVE_HANDLES_DATA_CHANNEL_H_

#include <memory>

#include "native/env/environment.h"
#include "native/env/handle.h"
#include "native/observers/channel.h"

namespace nlw {

// NativeDataChannel of lib/native.ts. The connection keeps the channel, so a
// collected handle closes nothing.
class DataChannelHandle : public Napi::ObjectWrap<DataChannelHandle>,
                          public Handle {
 public:
  static void Define(Environment& environment);

  explicit DataChannelHandle(const Napi::CallbackInfo& info);

 private:
  void OnEnvironmentEnd() override;

  Napi::Value Id(const Napi::CallbackInfo& info);
  void SendText(const Napi::CallbackInfo& info);
  void SendBinary(const Napi::CallbackInfo& info);
  void Close(const Napi::CallbackInfo& info);

  const std::shared_ptr<Channel> channel_;
};

}  // namespace nlw

#endif  // NATIVE_HANDLES_DATA_CHANNEL_H_
