#include "bench/native/peer.h"

#include <utility>

#include "api/make_ref_counted.h"
#include "api/set_local_description_observer_interface.h"
#include "api/set_remote_description_observer_interface.h"
#include "bench/native/fail.h"

namespace bench {
namespace {

using webrtc::PeerConnectionInterface;

constexpr webrtc::TimeDelta kLimit = webrtc::TimeDelta::Seconds(20);

void Wait(rtc::Event& event, const char* what) {
  if (!event.Wait(kLimit)) {
    Fail(std::string(what) + " did not come");
  }
}

class Created : public webrtc::CreateSessionDescriptionObserver {
 public:
  explicit Created(std::function<void(std::string)> done)
      : done_(std::move(done)) {}
  void OnSuccess(webrtc::SessionDescriptionInterface* description) override {
    const std::unique_ptr<webrtc::SessionDescriptionInterface> owned(
        description);
    std::string sdp;
    owned->ToString(&sdp);
    done_(std::move(sdp));
  }
  void OnFailure(webrtc::RTCError error) override { Fail(error.message()); }

 private:
  const std::function<void(std::string)> done_;
};

class Applied : public webrtc::SetLocalDescriptionObserverInterface,
                public webrtc::SetRemoteDescriptionObserverInterface {
 public:
  void OnSetLocalDescriptionComplete(webrtc::RTCError error) override {
    Done(error);
  }
  void OnSetRemoteDescriptionComplete(webrtc::RTCError error) override {
    Done(error);
  }
  rtc::Event done;

 private:
  void Done(const webrtc::RTCError& error) {
    if (!error.ok()) {
      Fail(error.message());
    }
    done.Set();
  }
};

PeerConnectionInterface::RTCOfferAnswerOptions Options(bool media) {
  PeerConnectionInterface::RTCOfferAnswerOptions options;
  if (media) {
    options.offer_to_receive_audio = 1;
    options.offer_to_receive_video = 1;
  }
  return options;
}

}  // namespace

Peer::Peer(Factory& factory) : connection_(factory.Connection(this)) {}

Peer::~Peer() {
  Close();
}

void Peer::OpenChannel() {
  auto channel = connection_->CreateDataChannelOrError("bench", nullptr);
  if (!channel.ok()) {
    Fail(channel.error().message());
  }
  Observe(channel.MoveValue());
}

void Peer::RequestOffer(bool media, std::function<void(std::string)> done) {
  connection_->CreateOffer(
      rtc::make_ref_counted<Created>(std::move(done)).get(), Options(media));
}

std::string Peer::CreateOffer(bool media) {
  rtc::Event done;
  std::string result;
  RequestOffer(media, [&](std::string sdp) {
    result = std::move(sdp);
    done.Set();
  });
  Wait(done, "an offer");
  return result;
}

std::string Peer::CreateAnswer() {
  rtc::Event done;
  std::string result;
  auto observer = rtc::make_ref_counted<Created>([&](std::string sdp) {
    result = std::move(sdp);
    done.Set();
  });
  connection_->CreateAnswer(observer.get(), Options(false));
  Wait(done, "an answer");
  return result;
}

void Peer::SetLocal(webrtc::SdpType type, const std::string& sdp) {
  auto observer = rtc::make_ref_counted<Applied>();
  connection_->SetLocalDescription(webrtc::CreateSessionDescription(type, sdp),
                                   observer);
  Wait(observer->done, "the local description");
}

void Peer::SetRemote(webrtc::SdpType type, const std::string& sdp) {
  auto observer = rtc::make_ref_counted<Applied>();
  connection_->SetRemoteDescription(webrtc::CreateSessionDescription(type, sdp),
                                    observer);
  Wait(observer->done, "the remote description");
  std::vector<CandidateLine> waiting;
  {
    std::lock_guard lock(mutex_);
    has_remote_ = true;
    waiting.swap(waiting_);
  }
  for (CandidateLine& line : waiting) {
    Apply(std::move(line));
  }
}

void Peer::AddCandidate(CandidateLine line) {
  {
    std::lock_guard lock(mutex_);
    if (!has_remote_) {
      waiting_.push_back(std::move(line));
      return;
    }
  }
  Apply(std::move(line));
}

void Peer::Apply(CandidateLine line) {
  webrtc::SdpParseError error;
  std::unique_ptr<webrtc::IceCandidateInterface> candidate(
      webrtc::CreateIceCandidate(line.mid, line.index, line.candidate, &error));
  if (!candidate) {
    Fail(error.description);
  }
  connection_->AddIceCandidate(std::move(candidate), [](webrtc::RTCError) {});
}

void Peer::Close() {
  if (!connection_) {
    return;
  }
  if (channel_) {
    channel_->UnregisterObserver();
  }
  channel_ = nullptr;
  connection_->Close();
  connection_ = nullptr;
}

void Peer::Observe(rtc::scoped_refptr<webrtc::DataChannelInterface> channel) {
  channel_ = std::move(channel);
  channel_->RegisterObserver(this);
}

void Peer::OnDataChannel(
    rtc::scoped_refptr<webrtc::DataChannelInterface> channel) {
  Observe(std::move(channel));
}

void Peer::OnIceCandidate(const webrtc::IceCandidateInterface* candidate) {
  if (!on_candidate) {
    return;
  }
  std::string text;
  candidate->ToString(&text);
  on_candidate(
      {std::move(text), candidate->sdp_mid(), candidate->sdp_mline_index()});
}

void Peer::OnStateChange() {
  if (channel_->state() == webrtc::DataChannelInterface::kOpen &&
      !std::exchange(announced_, true) && on_open) {
    on_open();
  }
}

void Peer::OnMessage(const webrtc::DataBuffer& buffer) {
  if (on_message) {
    on_message(buffer);
  }
}

void ConnectPeers(Peer& offerer, Peer& answerer) {
  rtc::Event open;
  offerer.on_open = [&] { open.Set(); };
  offerer.on_candidate = [&](CandidateLine line) {
    answerer.AddCandidate(std::move(line));
  };
  answerer.on_candidate = [&](CandidateLine line) {
    offerer.AddCandidate(std::move(line));
  };
  offerer.OpenChannel();
  const std::string offer = offerer.CreateOffer(false);
  offerer.SetLocal(webrtc::SdpType::kOffer, offer);
  answerer.SetRemote(webrtc::SdpType::kOffer, offer);
  const std::string answer = answerer.CreateAnswer();
  answerer.SetLocal(webrtc::SdpType::kAnswer, answer);
  offerer.SetRemote(webrtc::SdpType::kAnswer, answer);
  Wait(open, "the open channel");
}

}  // namespace bench
