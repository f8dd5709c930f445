#ifndef TEST_NATIVE_PEER_H_
#define TEST_NATIVE_PEER_H_

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "api/jsep.h"
#include "api/make_ref_counted.h"
#include "api/peer_connection_interface.h"
#include "api/set_local_description_observer_interface.h"
#include "api/set_remote_description_observer_interface.h"
#include "native/engine/engine.h"
#include "p2p/base/ice_transport_internal.h"
#include "rtc_base/event.h"
#include "test/native/check.h"

namespace nlw {

// One connection with one data channel, driven from the test's thread.
class Peer : public webrtc::PeerConnectionObserver,
             public webrtc::DataChannelObserver {
 public:
  explicit Peer(
      Engine* engine,
      const NetworkPolicy& policy = {},
      webrtc::PeerConnectionInterface::RTCConfiguration configuration = {}) {
    listener_ = std::make_shared<Listener>();
    auto created =
        engine->CreatePeerConnection(configuration, policy, this, listener_);
    CHECK(created.ok());
    connection_ = created.MoveValue();
  }

  ~Peer() override { Close(); }

  void Close() {
    if (!connection_)
      return;
    if (channel_)
      channel_->UnregisterObserver();
    channel_ = nullptr;
    connection_->Close();
    connection_ = nullptr;
  }

  webrtc::PeerConnectionInterface* connection() { return connection_.get(); }
  bool connected() const { return connected_; }
  bool open() const { return open_; }
  int received() const { return received_; }
  int transports() const { return listener_->created; }

  void OpenChannel() {
    auto channel = connection_->CreateDataChannelOrError("test", nullptr);
    CHECK(channel.ok());
    Observe(channel.MoveValue());
  }

  void Send(size_t size) {
    channel_->SendAsync(
        webrtc::DataBuffer(rtc::CopyOnWriteBuffer(std::string(size, 'x')),
                           /*binary=*/true),
        [](webrtc::RTCError error) { CHECK(error.ok()); });
  }

  // Offer or answer, by the signaling state, with every candidate.
  std::string Describe() {
    struct Observer : webrtc::SetLocalDescriptionObserverInterface {
      void OnSetLocalDescriptionComplete(webrtc::RTCError error) override {
        CHECK(error.ok());
        done.Set();
      }
      rtc::Event done;
    };
    auto observer = rtc::make_ref_counted<Observer>();
    connection_->SetLocalDescription(observer);
    CHECK(observer->done.Wait(webrtc::TimeDelta::Seconds(10)));
    CHECK(gathered_.Wait(webrtc::TimeDelta::Seconds(10)));
    std::string sdp;
    CHECK(connection_->local_description()->ToString(&sdp));
    return sdp;
  }

  void Apply(webrtc::SdpType type, const std::string& sdp) {
    struct Observer : webrtc::SetRemoteDescriptionObserverInterface {
      void OnSetRemoteDescriptionComplete(webrtc::RTCError error) override {
        CHECK(error.ok());
        done.Set();
      }
      rtc::Event done;
    };
    auto observer = rtc::make_ref_counted<Observer>();
    connection_->SetRemoteDescription(
        webrtc::CreateSessionDescription(type, sdp), observer);
    CHECK(observer->done.Wait(webrtc::TimeDelta::Seconds(10)));
  }

  // `edit` may change the offer on its way.
  static void Connect(
      Peer& offerer,
      Peer& answerer,
      const std::function<std::string(std::string)>& edit = nullptr) {
    offerer.OpenChannel();
    std::string offer = offerer.Describe();
    answerer.Apply(webrtc::SdpType::kOffer, edit ? edit(offer) : offer);
    offerer.Apply(webrtc::SdpType::kAnswer, answerer.Describe());
    CHECK(Eventually([&] { return offerer.open() && answerer.open(); }));
  }

 private:
  struct Listener : IceTransportListener {
    void OnIceTransportCreated(cricket::IceTransportInternal* transport,
                               const std::string& /*name*/,
                               int component) override {
      CHECK(transport != nullptr && component == 1);
      ++created;
    }
    std::atomic<int> created{0};
  };

  void Observe(rtc::scoped_refptr<webrtc::DataChannelInterface> channel) {
    channel_ = std::move(channel);
    channel_->RegisterObserver(this);
    OnStateChange();
  }

  void OnSignalingChange(
      webrtc::PeerConnectionInterface::SignalingState) override {}
  void OnDataChannel(
      rtc::scoped_refptr<webrtc::DataChannelInterface> channel) override {
    Observe(std::move(channel));
  }
  void OnIceCandidate(const webrtc::IceCandidateInterface*) override {}
  void OnIceGatheringChange(
      webrtc::PeerConnectionInterface::IceGatheringState state) override {
    if (state == webrtc::PeerConnectionInterface::kIceGatheringComplete)
      gathered_.Set();
  }
  void OnConnectionChange(
      webrtc::PeerConnectionInterface::PeerConnectionState state) override {
    connected_ =
        state ==
        webrtc::PeerConnectionInterface::PeerConnectionState::kConnected;
  }

  void OnStateChange() override {
    open_ = channel_->state() == webrtc::DataChannelInterface::kOpen;
  }
  void OnMessage(const webrtc::DataBuffer&) override { ++received_; }
  bool IsOkToCallOnTheNetworkThread() override { return true; }

  std::shared_ptr<Listener> listener_;
  rtc::scoped_refptr<webrtc::PeerConnectionInterface> connection_;
  rtc::scoped_refptr<webrtc::DataChannelInterface> channel_;
  rtc::Event gathered_;
  std::atomic<bool> connected_{false};
  std::atomic<bool> open_{false};
  std::atomic<int> received_{0};
};

}  // namespace nlw

#endif  // TEST_NATIVE_PEER_H_
