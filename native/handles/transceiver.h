#ifndef NATIVE_HANDLES_TRANSCEIVER_H_
#define NATIVE_HANDLES_TRANSCEIVER_H_

#include <memory>

#include "absl/functional/any_invocable.h"
#include "native/env/environment.h"
#include "native/env/handle.h"
#include "native/observers/transceiver.h"

namespace nlw {

// NativeTransceiver of lib/native.ts. The connection keeps the transceiver, so
// a collected handle ends nothing.
class TransceiverHandle : public Napi::ObjectWrap<TransceiverHandle>,
                          public Handle {
 public:
  static void Define(Environment& environment);
  // Null for JavaScript's null.
  static std::shared_ptr<Transceiver> From(const Napi::Value& value);

  explicit TransceiverHandle(const Napi::CallbackInfo& info);

 private:
  void OnEnvironmentEnd() override;

  Napi::Value Id(const Napi::CallbackInfo& info);
  void SetDirection(const Napi::CallbackInfo& info);
  void Stop(const Napi::CallbackInfo& info);
  void SetCodecPreferences(const Napi::CallbackInfo& info);
  Napi::Value GetHeaderExtensionsToNegotiate(const Napi::CallbackInfo& info);
  Napi::Value GetNegotiatedHeaderExtensions(const Napi::CallbackInfo& info);
  void SetHeaderExtensionsToNegotiate(const Napi::CallbackInfo& info);

  void ReplaceTrack(const Napi::CallbackInfo& info);
  void SetStreams(const Napi::CallbackInfo& info);
  Napi::Value GetSendParameters(const Napi::CallbackInfo& info);
  void SetSendParameters(const Napi::CallbackInfo& info);
  Napi::Value CanInsertDtmf(const Napi::CallbackInfo& info);
  void InsertDtmf(const Napi::CallbackInfo& info);

  Napi::Value GetReceiveParameters(const Napi::CallbackInfo& info);
  Napi::Value GetSources(const Napi::CallbackInfo& info);
  void SetJitterBufferTarget(const Napi::CallbackInfo& info);

  // As a connection's operations, and in order with them.
  void Post(absl::AnyInvocable<void(Transceiver&) &&> operation);
  void Wait(const char* site, rtc::FunctionView<void()> call);
  // The same; throws what is not OK.
  void Try(const char* site, rtc::FunctionView<webrtc::RTCError()> call);

  const std::shared_ptr<Transceiver> transceiver_;
};

}  // namespace nlw

#endif  // NATIVE_HANDLES_TRANSCEIVER_H_
