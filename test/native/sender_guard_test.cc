// What libwebrtc would end the process over.

#include "native/media/sender_guard.h"

#include <memory>
#include <string>
#include <utility>

#include "absl/strings/str_replace.h"
#include "test/native/check.h"
#include "test/native/peer.h"

namespace nlw {
namespace {

using webrtc::RtpTransceiverDirection;
using webrtc::SdpType;

// Applied to a local description, and to one that the other side takes.
class Applied : public webrtc::SetLocalDescriptionObserverInterface,
                public webrtc::SetRemoteDescriptionObserverInterface {
 public:
  void OnSetLocalDescriptionComplete(webrtc::RTCError error) override {
    CHECK(error.ok());
    done.Set();
  }
  void OnSetRemoteDescriptionComplete(webrtc::RTCError error) override {
    CHECK(error.ok());
    done.Set();
  }

  rtc::Event done;
};

struct Side {
  explicit Side(Engine& engine) : engine(engine), peer(&engine) {}

  void SetLocal(
      std::unique_ptr<webrtc::SessionDescriptionInterface> local = nullptr) {
    auto applied = rtc::make_ref_counted<Applied>();
    const rtc::scoped_refptr<webrtc::SetLocalDescriptionObserverInterface>
        observer(applied.get());
    if (local) {
      peer.connection()->SetLocalDescription(std::move(local), observer);
    } else {
      peer.connection()->SetLocalDescription(observer);
    }
    Finish(*applied);
  }

  void SetRemote(const webrtc::SessionDescriptionInterface& remote) {
    auto applied = rtc::make_ref_counted<Applied>();
    peer.connection()->SetRemoteDescription(
        remote.Clone(),
        rtc::scoped_refptr<webrtc::SetRemoteDescriptionObserverInterface>(
            applied.get()));
    Finish(*applied);
  }

  void RollBack() {
    SetLocal(webrtc::CreateSessionDescription(SdpType::kRollback, ""));
  }

  rtc::scoped_refptr<webrtc::RtpTransceiverInterface> transceiver() {
    return peer.connection()->GetTransceivers()[0];
  }

  void Finish(Applied& applied) {
    CHECK(applied.done.Wait(webrtc::TimeDelta::Seconds(10)));
    engine.signaling()->BlockingCall(
        [&] { ForgetStreamsRolledBack(*peer.connection()); });
  }

  Engine& engine;
  Peer peer;
};

webrtc::RtpTransceiverInit WithRids(int count) {
  webrtc::RtpTransceiverInit init;
  for (int i = 0; i < count; ++i) {
    init.send_encodings.emplace_back().rid = std::string(1, 'x' + i);
  }
  return init;
}

void ARollbackTakesTheStreamToo() {
  const auto engine = Engine::Create();
  Side side(*engine);
  CHECK(side.peer.connection()->AddTransceiver(cricket::MEDIA_TYPE_VIDEO).ok());
  side.SetLocal();
  CHECK(side.transceiver()->sender()->ssrc() != 0);
  side.RollBack();
  const auto sender = side.transceiver()->sender();
  CHECK(sender->ssrc() == 0 && sender->init_send_encodings().size() == 1);
  CHECK(side.transceiver()
            ->SetDirectionWithError(RtpTransceiverDirection::kRecvOnly)
            .ok());
  side.SetLocal();
  // And a stream can come back.
  side.RollBack();
  CHECK(side.transceiver()
            ->SetDirectionWithError(RtpTransceiverDirection::kSendRecv)
            .ok());
  side.SetLocal();
  CHECK(sender->ssrc() != 0);
}

void RefusedLayersCountOnce() {
  const auto engine = Engine::Create();
  Side a(*engine);
  Side b(*engine);
  CHECK(a.peer.connection()
            ->AddTransceiver(cricket::MEDIA_TYPE_VIDEO, WithRids(3))
            .ok());
  for (int round = 0; round < 3; ++round) {
    a.SetLocal();
    b.SetRemote(*a.peer.connection()->local_description());
    b.SetLocal();
    a.SetRemote(*b.peer.connection()->local_description());
    engine->signaling()->BlockingCall(
        [&] { CHECK(RecountRefusedLayers(*a.transceiver()).ok()); });
    const auto sender = a.transceiver()->sender();
    const webrtc::RtpParameters parameters = sender->GetParameters();
    CHECK(parameters.encodings.size() == 1);
    CHECK(sender->SetParameters(parameters).ok());
  }
}

void ChangedOffersKeepTheirEncodings() {
  const auto engine = Engine::Create();
  Side side(*engine);
  CHECK(side.peer.connection()
            ->AddTransceiver(cricket::MEDIA_TYPE_VIDEO, WithRids(2))
            .ok());
  side.SetLocal();
  std::string offer;
  side.peer.connection()->local_description()->ToString(&offer);
  side.RollBack();
  const auto check = [&](const std::string& sdp) {
    const auto local = webrtc::CreateSessionDescription(SdpType::kOffer, sdp);
    CHECK(local);
    return engine->signaling()->BlockingCall(
        [&] { return CheckEncodings(*side.peer.connection(), *local); });
  };
  CHECK(check(offer).ok());
  // libwebrtc goes by rids.
  CHECK(check(absl::StrReplaceAll(
                  offer, {{"a=rid:y send\r\n", ""}, {"send x;y", "send x"}}))
            .ok());
  const std::string plain =
      absl::StrReplaceAll(offer, {{"a=rid:x send\r\n", "a=ssrc:5 cname:c\r\n"},
                                  {"a=rid:y send\r\n", ""},
                                  {"a=simulcast:send x;y\r\n", ""}});
  CHECK(check(plain).type() == webrtc::RTCErrorType::INVALID_MODIFICATION);
  CHECK(check(absl::StrReplaceAll(plain, {{"a=sendrecv", "a=recvonly"},
                                          {"a=ssrc:5 cname:c\r\n", ""}}))
            .ok());
}

}  // namespace
}  // namespace nlw

int main() {
  nlw::ARollbackTakesTheStreamToo();
  nlw::RefusedLayersCountOnce();
  nlw::ChangedOffersKeepTheirEncodings();
  std::puts("sender_guard_test: ok");
  return 0;
}
