#ifndef BENCH_NATIVE_PEER_H_
#define BENCH_NATIVE_PEER_H_

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "api/jsep.h"
#include "api/peer_connection_interface.h"
#include "bench/native/factory.h"
#include "rtc_base/event.h"

namespace bench {

struct CandidateLine {
  std::string candidate;
  std::string mid;
  int index;
};

// One connection with one data channel. The main thread waits for what it asks
// for; the callbacks come on libwebrtc's threads.
class Peer : public webrtc::PeerConnectionObserver,
             public webrtc::DataChannelObserver {
 public:
  explicit Peer(Factory& factory);
  ~Peer() override;

  // To be set before the first description. Signaling thread.
  std::function<void(CandidateLine)> on_candidate;
  // Network thread. `channel()` is set when it runs.
  std::function<void()> on_open;
  std::function<void(const webrtc::DataBuffer&)> on_message;

  webrtc::DataChannelInterface* channel() { return channel_.get(); }

  void OpenChannel();
  // Asks for an offer; `done` gets it on the signaling thread.
  void RequestOffer(bool media, std::function<void(std::string sdp)> done);
  std::string CreateOffer(bool media);
  std::string CreateAnswer();
  void SetLocal(webrtc::SdpType type, const std::string& sdp);
  void SetRemote(webrtc::SdpType type, const std::string& sdp);
  // Any thread, also before the remote description.
  void AddCandidate(CandidateLine line);
  void Close();

 private:
  void Apply(CandidateLine line);
  void Observe(rtc::scoped_refptr<webrtc::DataChannelInterface> channel);

  void OnSignalingChange(
      webrtc::PeerConnectionInterface::SignalingState) override {}
  void OnDataChannel(
      rtc::scoped_refptr<webrtc::DataChannelInterface> channel) override;
  void OnIceCandidate(const webrtc::IceCandidateInterface* candidate) override;
  void OnIceGatheringChange(
      webrtc::PeerConnectionInterface::IceGatheringState) override {}

  void OnStateChange() override;
  void OnMessage(const webrtc::DataBuffer& buffer) override;
  bool IsOkToCallOnTheNetworkThread() override { return true; }

  rtc::scoped_refptr<webrtc::PeerConnectionInterface> connection_;
  rtc::scoped_refptr<webrtc::DataChannelInterface> channel_;
  bool announced_ = false;  // Network thread.
  std::mutex mutex_;
  bool has_remote_ = false;             // Guarded by mutex_.
  std::vector<CandidateLine> waiting_;  // Guarded by mutex_.
};

// Connects two peers of this process; returns when `offerer` is open.
void ConnectPeers(Peer& offerer, Peer& answerer);

}  // namespace bench

#endif  // BENCH_NATIVE_PEER_H_
