#ifndef NATIVE_OBSERVERS_TRANSCEIVER_H_
#define NATIVE_OBSERVERS_TRANSCEIVER_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "api/dtmf_sender_interface.h"
#include "api/rtp_receiver_interface.h"
#include "api/rtp_transceiver_interface.h"
#include "native/engine/engine.h"
#include "native/env/js_thread.h"
#include "native/media/track.h"
#include "rtc_base/synchronization/mutex.h"
#include "rtc_base/thread_annotations.h"

namespace nlw {

// A transceiver with its sender and receiver: libwebrtc's objects, and their
// observer. Signaling thread, but where said. The connection keeps it until it
// is gone; the handle keeps it as long as JavaScript does. Once released,
// asynchronous calls do nothing and synchronous ones tell of nothing.
class Transceiver : public webrtc::RtpReceiverObserverInterface,
                    public webrtc::DtmfSenderObserverInterface,
                    public std::enable_shared_from_this<Transceiver> {
 public:
  // A receiver of video decodes nothing until somebody takes it from now on.
  Transceiver(Engine& engine,
              std::shared_ptr<JsThread> door,
              int connection_id,
              rtc::scoped_refptr<webrtc::RtpTransceiverInterface> transceiver);
  ~Transceiver() override;

  // Any thread.
  int id() const { return id_; }
  int connection_id() const { return connection_id_; }

  // Null once released, as receiver() is.
  const rtc::scoped_refptr<webrtc::RtpSenderInterface>& sender() const {
    return sender_;
  }

  // NativeTransceiverFacts
  Value Facts(bool with_handles);
  // JavaScript has been told: from now on events come, also one that is due.
  void Observe();
  // No callback comes after it. Lets go of libwebrtc's objects.
  void Release();

  void SetDirection(webrtc::RtpTransceiverDirection direction);
  void Stop();
  webrtc::RTCError SetCodecPreferences(
      const std::vector<webrtc::RtpCodec>& codecs);
  std::vector<webrtc::RtpHeaderExtensionCapability>
  HeaderExtensionsToNegotiate() const;
  std::vector<webrtc::RtpHeaderExtensionCapability> NegotiatedHeaderExtensions()
      const;
  webrtc::RTCError SetHeaderExtensionsToNegotiate(
      const std::vector<webrtc::RtpHeaderExtensionCapability>& extensions);

  // Of the sender. `track` may be null.
  void ReplaceTrack(int request, const Track* track);
  void SetStreams(const std::vector<std::string>& stream_ids);
  webrtc::RtpParameters SendParameters() const;
  void SetSendParameters(
      int request,
      std::vector<webrtc::RtpEncodingParameters> encodings,
      std::optional<webrtc::DegradationPreference> degradation_preference);
  bool CanInsertDtmf() const;
  // Milliseconds.
  void InsertDtmf(const std::string& tones, int duration, int gap);

  // Of the receiver.
  rtc::scoped_refptr<webrtc::RtpReceiverInterface> receiver();
  webrtc::RtpParameters ReceiveParameters();
  // Worker thread.
  std::vector<webrtc::RtpSource> Sources();
  // Milliseconds.
  void SetJitterBufferTarget(std::optional<double> target);

 private:
  void OnFirstPacketReceived(cricket::MediaType media_type) override;
  void OnToneChange(const std::string& tone,
                    const std::string& tone_buffer) override;

  // Why nothing can be set.
  static webrtc::RTCError Gone();

  Engine& engine_;
  const std::shared_ptr<JsThread> door_;
  const int id_;
  const int connection_id_;

  rtc::scoped_refptr<webrtc::RtpTransceiverInterface> transceiver_;
  rtc::scoped_refptr<webrtc::RtpSenderInterface> sender_;
  rtc::scoped_refptr<webrtc::DtmfSenderInterface> dtmf_;
  std::shared_ptr<Track> receiver_track_;

  // Written on the signaling thread.
  webrtc::Mutex receiver_mutex_;
  rtc::scoped_refptr<webrtc::RtpReceiverInterface> receiver_
      RTC_GUARDED_BY(receiver_mutex_);
};

}  // namespace nlw

#endif  // NATIVE_OBSERVERS_TRANSCEIVER_H_
