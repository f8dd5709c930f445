#ifndef NATIVE_OBSERVERS_CONNECTION_H_
#define NATIVE_OBSERVERS_CONNECTION_H_

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "api/peer_connection_interface.h"
#include "native/engine/engine.h"
#include "native/env/js_thread.h"
#include "native/media/track.h"
#include "native/observers/channel.h"
#include "native/observers/transceiver.h"
#include "native/observers/transports.h"

namespace nlw {

// One peer connection: libwebrtc's object, its observer, its channels,
// transceivers and transports. Signaling thread, but where said; the destructor
// runs anywhere once Close() has run. Everything that takes a request settles
// it unless the connection is closed before: then nothing does, as the text
// asks.
class Connection : public webrtc::PeerConnectionObserver,
                   public std::enable_shared_from_this<Connection> {
 public:
  using Configuration = webrtc::PeerConnectionInterface::RTCConfiguration;
  using OfferOptions = webrtc::PeerConnectionInterface::RTCOfferAnswerOptions;

  // Any thread; makes nothing of libwebrtc's yet.
  Connection(Engine& engine,
             std::shared_ptr<JsThread> door,
             Configuration configuration,
             NetworkPolicy policy);
  ~Connection() override;

  // Any thread. The same checks that Start() would fail at.
  static webrtc::RTCError Validate(const Configuration& configuration);

  // Any thread.
  int id() const { return id_; }
  // Any thread. True once an answer was applied: a data channel then gets its
  // stream id, or fails, when it is made.
  bool negotiated() const { return negotiated_; }

  // Makes libwebrtc's connection, before anything else is asked of it.
  // JavaScript does not wait for it, so a failure settles that.
  void Start();

  void CreateOffer(int request, const OfferOptions& options);
  void CreateAnswer(int request);
  // Without a type: the implicit form.
  void SetLocalDescription(int request,
                           std::optional<webrtc::SdpType> type,
                           const std::string& sdp);
  void SetRemoteDescription(int request,
                            webrtc::SdpType type,
                            const std::string& sdp);
  // An empty candidate is the end of candidates.
  void AddIceCandidate(int request,
                       const std::string& candidate,
                       const std::string& mid,
                       int mline_index);
  // Of all when there is no transceiver.
  enum class StatsSide { kSender, kReceiver };
  void GetStats(int request, Transceiver* transceiver, StatsSide side);
  void RestartIce();
  void ShouldFireNegotiationNeeded(int request, uint32_t event_id);
  // Any thread; for CreateDataChannel.
  std::shared_ptr<Channel> NewChannel();
  // JavaScript has the channel already.
  void CreateDataChannel(std::shared_ptr<Channel> channel,
                         const std::string& label,
                         const webrtc::DataChannelInit& init);
  // JavaScript waits for it: NativeDataChannelFacts.
  webrtc::RTCErrorOr<Value> CreateDataChannelNow(
      const std::string& label,
      const webrtc::DataChannelInit& init);
  // JavaScript waits for these two: NativeTransceiverFacts.
  webrtc::RTCErrorOr<Value> AddTrack(
      const Track& track,
      const std::vector<std::string>& stream_ids);
  // `track` may be null.
  webrtc::RTCErrorOr<Value> AddTransceiver(cricket::MediaType kind,
                                           const Track* track,
                                           webrtc::RtpTransceiverInit init);
  // Of this transceiver's sender.
  void RemoveTrack(const Transceiver& transceiver);
  webrtc::RTCError SetConfiguration(const Configuration& configuration);
  webrtc::RTCError SetBitrate(const webrtc::BitrateSettings& bitrate);

  // Frees sockets, threads' work and memory; the second time does nothing.
  void Close();

 private:
  // False, and the request settled, when Start() failed; false when closed.
  bool CanServe(int request);
  // Takes the answer of libwebrtc to a request for an offer or an answer.
  rtc::scoped_refptr<webrtc::CreateSessionDescriptionObserver> Creation(
      int request);
  // What was created last, when this is its text; else it is dropped, and this
  // is null.
  std::unique_ptr<webrtc::SessionDescriptionInterface> TakeCreated(
      webrtc::SdpType type,
      const std::string& sdp);
  // Why there is no connection.
  webrtc::RTCError Unavailable() const;
  // By way of the network thread, where the transports' events come from: the
  // text has a transport's event before the connection's.
  void PostEvent(const char* type, Value payload);
  // In order with the events that carry descriptions.
  void SettleInOrder(int request, Value error, Value value);
  // The description that candidates go into now, NativeAmendment.
  Value LocalAmendment() const;
  Value RemoteAmendment() const;
  // Settles with what the connection looks like now.
  void SettleWithSnapshot(int request, Value error);
  Value::Object Descriptions() const;
  void ReleaseChannel(int id);
  // The facts of a transceiver that a call made or found.
  Value Announce(
      const rtc::scoped_refptr<webrtc::RtpTransceiverInterface>& transceiver);
  // Lets go of those that are gone. Returns those that are new: to be observed
  // when the snapshot has been posted.
  std::vector<std::shared_ptr<Transceiver>> DescribeTransceivers(
      Value::Object& snapshot);

  void OnSignalingChange(
      webrtc::PeerConnectionInterface::SignalingState state) override;
  void OnDataChannel(
      rtc::scoped_refptr<webrtc::DataChannelInterface> channel) override;
  void OnNegotiationNeededEvent(uint32_t event_id) override;
  void OnStandardizedIceConnectionChange(
      webrtc::PeerConnectionInterface::IceConnectionState state) override;
  void OnConnectionChange(
      webrtc::PeerConnectionInterface::PeerConnectionState state) override;
  void OnIceGatheringChange(
      webrtc::PeerConnectionInterface::IceGatheringState state) override;
  void OnIceCandidate(const webrtc::IceCandidateInterface* candidate) override;
  void OnIceCandidateError(const std::string& address,
                           int port,
                           const std::string& url,
                           int error_code,
                           const std::string& error_text) override;

  Engine& engine_;
  rtc::Thread* const signaling_;
  rtc::Thread* const network_;
  const std::shared_ptr<JsThread> door_;
  const int id_;
  const std::shared_ptr<Transports> transports_;
  const Configuration configuration_;
  const NetworkPolicy policy_;
  std::atomic<bool> negotiated_ = false;
  enum class State { kNew, kStarted, kFailed, kClosed } state_ = State::kNew;
  webrtc::RTCError start_error_;
  // Null unless started.
  rtc::scoped_refptr<webrtc::PeerConnectionInterface> connection_;
  // The offer or answer that was created last, until one is set: a text that
  // comes back as it went need not be parsed.
  std::unique_ptr<webrtc::SessionDescriptionInterface> created_;
  std::string created_sdp_;
  std::map<int, std::shared_ptr<Channel>> channels_;
  std::map<const webrtc::RtpTransceiverInterface*, std::shared_ptr<Transceiver>>
      transceivers_;
  int newest_transceiver_ = 0;
};

}  // namespace nlw

#endif  // NATIVE_OBSERVERS_CONNECTION_H_
