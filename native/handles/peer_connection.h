#ifndef NATIVE_HANDLES_PEER_CONNECTION_H_
#define NATIVE_HANDLES_PEER_CONNECTION_H_

#include <memory>

#include "native/engine/operation_queue.h"
#include "native/env/environment.h"
#include "native/env/handle.h"
#include "native/observers/connection.h"

namespace nlw {

// addon.getCapabilities
Napi::Value GetCapabilities(const Napi::CallbackInfo& info);

// NativePeerConnection of lib/native.ts.
class PeerConnectionHandle : public Napi::ObjectWrap<PeerConnectionHandle>,
                             public Handle {
 public:
  static void Define(Environment& environment);
  // addon.createPeerConnection
  static Napi::Value Create(const Napi::CallbackInfo& info);

  explicit PeerConnectionHandle(const Napi::CallbackInfo& info);
  ~PeerConnectionHandle() override;

 private:
  void OnEnvironmentEnd() override;

  Napi::Value Id(const Napi::CallbackInfo& info);
  void CreateOffer(const Napi::CallbackInfo& info);
  void CreateAnswer(const Napi::CallbackInfo& info);
  void SetLocalDescription(const Napi::CallbackInfo& info);
  void SetRemoteDescription(const Napi::CallbackInfo& info);
  void AddIceCandidate(const Napi::CallbackInfo& info);
  void GetStats(const Napi::CallbackInfo& info);
  Napi::Value AddTrack(const Napi::CallbackInfo& info);
  Napi::Value AddTransceiver(const Napi::CallbackInfo& info);
  void RemoveTrack(const Napi::CallbackInfo& info);
  void RestartIce(const Napi::CallbackInfo& info);
  void ShouldFireNegotiationNeeded(const Napi::CallbackInfo& info);
  Napi::Value CreateDataChannel(const Napi::CallbackInfo& info);
  void SetConfiguration(const Napi::CallbackInfo& info);
  void SetBitrate(const Napi::CallbackInfo& info);
  void Close(const Napi::CallbackInfo& info);

  // Runs `operation` on the signaling thread, after the asynchronous ones that
  // were posted before. Nobody waits.
  void Post(absl::AnyInvocable<void(Connection&) &&> operation);
  // Waits for `call` on the signaling thread, after them. Throws its error.
  Napi::Value WaitForFacts(
      const char* site,
      rtc::FunctionView<webrtc::RTCErrorOr<nlw::Value>()> call);
  void Try(const char* site, rtc::FunctionView<webrtc::RTCError()> call);

  const std::shared_ptr<Connection> connection_;
};

}  // namespace nlw

#endif  // NATIVE_HANDLES_PEER_CONNECTION_H_
