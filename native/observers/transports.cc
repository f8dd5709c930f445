#include "native/observers/transports.h"

#include <utility>

#include "native/convert/enums.h"
#include "native/convert/facts.h"
#include "native/engine/thread_check.h"
#include "native/env/target_id.h"
#include "p2p/base/ice_transport_internal.h"

namespace nlw {

// Dies with its transport: SignalDestroyed takes it out of the map.
class Transports::Ice : public sigslot::has_slots<> {
 public:
  Ice(Transports& owner,
      cricket::IceTransportInternal* transport,
      std::string mid,
      int component)
      : owner_(owner),
        transport_(transport),
        mid_(std::move(mid)),
        component_(component) {
    transport->SignalIceTransportStateChanged.connect(this, &Ice::OnState);
    transport->SignalGatheringState.connect(this, &Ice::OnGatheringState);
    transport->SignalRouteChange.connect(this, &Ice::OnRoute);
    transport->SignalDestroyed.connect(this, &Ice::OnDestroyed);
  }

  Value Describe() const {
    return Value::Object{
        {"id", id_},
        {"component", component_ == 1 ? "rtp" : "rtcp"},
        {"role", Name(transport_->GetIceRole())},
        {"state", Name(transport_->GetIceTransportState())},
        {"gatheringState", Name(transport_->gathering_state())},
    };
  }

 private:
  void OnState(cricket::IceTransportInternal* transport) {
    role_ = transport->GetIceRole();
    owner_.door_->PostEvent(
        id_, "state",
        Value::Object{{"state", Name(transport->GetIceTransportState())},
                      {"role", Name(role_)}});
  }

  void OnGatheringState(cricket::IceTransportInternal* transport) {
    owner_.door_->PostEvent(
        id_, "gatheringstate",
        Value::Object{{"state", Name(transport->gathering_state())},
                      {"role", Name(transport->GetIceRole())}});
  }

  void OnRoute(cricket::IceTransportInternal* transport,
               const cricket::Candidate&) {
    const auto pair = transport->GetSelectedCandidatePair();
    if (pair) {
      owner_.door_->PostEvent(
          id_, "selectedpair",
          Value::Object{{"local", CandidateFact(pair->local, mid_, 0)},
                        {"remote", CandidateFact(pair->remote, mid_, 0)}});
    }
  }

  // Inside the transport's destructor: nothing of it may be asked.
  void OnDestroyed(cricket::IceTransportInternal* transport) {
    owner_.door_->PostEvent(
        id_, "state",
        Value::Object{{"state", Name(webrtc::IceTransportState::kClosed)},
                      {"role", Name(role_)}});
    owner_.ice_.erase(transport);
  }

  Transports& owner_;
  cricket::IceTransportInternal* const transport_;
  const std::string mid_;
  const int component_;
  const int id_ = NextTargetId();
  cricket::IceRole role_ = cricket::ICEROLE_UNKNOWN;
};

class Transports::Dtls : public webrtc::DtlsTransportObserverInterface {
 public:
  Dtls(Transports& owner,
       rtc::scoped_refptr<webrtc::DtlsTransportInterface> transport)
      : owner_(owner), transport_(std::move(transport)) {
    transport_->RegisterObserver(this);
  }
  ~Dtls() override { transport_->UnregisterObserver(); }

  Value Describe() {
    // A transport that ended has no ICE transport any more; the last one
    // stays its own.
    if (cricket::IceTransportInternal* ice =
            transport_->ice_transport()->internal()) {
      const auto found = owner_.ice_.find(ice);
      if (found != owner_.ice_.end()) {
        ice_ = found->second->Describe();
      }
    }
    const webrtc::DtlsTransportInformation info = transport_->Information();
    return Value::Object{
        {"id", id_},
        {"state", Name(info.state())},
        {"iceTransport", ice_},
    };
  }

 private:
  void OnStateChange(webrtc::DtlsTransportInformation info) override {
    Value::Array certificates;
    if (const rtc::SSLCertChain* chain = info.remote_ssl_certificates()) {
      for (size_t i = 0; i < chain->GetSize(); ++i) {
        rtc::Buffer der;
        chain->Get(i).ToDER(&der);
        certificates.push_back(rtc::CopyOnWriteBuffer(der.data(), der.size()));
      }
    }
    owner_.door_->PostEvent(
        id_, "state",
        Value::Object{{"state", Name(info.state())},
                      {"certificates", std::move(certificates)}});
  }

  void OnError(webrtc::RTCError error) override {
    owner_.door_->PostEvent(id_, "error", ErrorFact(error));
  }

  Transports& owner_;
  const rtc::scoped_refptr<webrtc::DtlsTransportInterface> transport_;
  const int id_ = NextTargetId();
  Value ice_;
};

class Transports::Sctp : public webrtc::SctpTransportObserverInterface {
 public:
  Sctp(Transports& owner,
       rtc::scoped_refptr<webrtc::SctpTransportInterface> transport)
      : owner_(owner), transport_(std::move(transport)) {
    transport_->RegisterObserver(this);
  }
  ~Sctp() override { transport_->UnregisterObserver(); }

  Value Describe() {
    const webrtc::SctpTransportInformation info = transport_->Information();
    Value::Object fact = StateFact(info);
    fact.push_back({"id", id_});
    if (info.dtls_transport()) {
      dtls_ = owner_.Describe(*info.dtls_transport());
    }
    fact.push_back({"transport", dtls_});
    return fact;
  }

 private:
  static Value::Object StateFact(const webrtc::SctpTransportInformation& info) {
    return {{"state", Name(info.state())},
            {"maxMessageSize", ValueOrNull(info.MaxMessageSize())},
            {"maxChannels", ValueOrNull(info.MaxChannels())}};
  }

  void OnStateChange(webrtc::SctpTransportInformation info) override {
    owner_.door_->PostEvent(id_, "state", StateFact(info));
  }

  Transports& owner_;
  const rtc::scoped_refptr<webrtc::SctpTransportInterface> transport_;
  const int id_ = NextTargetId();
  Value dtls_;
};

Transports::Transports(rtc::Thread* network, std::shared_ptr<JsThread> door)
    : network_(network), door_(std::move(door)) {}

Transports::~Transports() = default;

void Transports::OnIceTransportCreated(cricket::IceTransportInternal* transport,
                                       const std::string& transport_name,
                                       int component) {
  NLW_DCHECK_RUN_ON(network_);
  if (!released_) {
    ice_[transport] =
        std::make_unique<Ice>(*this, transport, transport_name, component);
  }
}

void Transports::Describe(webrtc::PeerConnectionInterface& connection,
                          const std::vector<std::string>& mids,
                          Value::Object& snapshot) {
  NLW_DCHECK_RUN_ON(network_);
  Value::Array transports;
  for (const std::string& mid : mids) {
    if (const auto transport = connection.LookupDtlsTransportByMid(mid)) {
      transports.push_back(
          Value::Object{{"mid", mid}, {"transport", Describe(*transport)}});
    }
  }
  snapshot.push_back({"transports", std::move(transports)});
  const auto sctp = connection.GetSctpTransport();
  snapshot.push_back({"sctp", sctp ? Describe(*sctp) : Value()});
}

Value Transports::Describe(webrtc::DtlsTransportInterface& transport) {
  auto& dtls = dtls_[&transport];
  if (!dtls) {
    dtls = std::make_unique<Dtls>(
        *this, rtc::scoped_refptr<webrtc::DtlsTransportInterface>(&transport));
  }
  return dtls->Describe();
}

Value Transports::Describe(webrtc::SctpTransportInterface& transport) {
  auto& sctp = sctp_[&transport];
  if (!sctp) {
    sctp = std::make_unique<Sctp>(
        *this, rtc::scoped_refptr<webrtc::SctpTransportInterface>(&transport));
  }
  return sctp->Describe();
}

void Transports::Release() {
  NLW_DCHECK_RUN_ON(network_);
  released_ = true;
  sctp_.clear();
  dtls_.clear();
  ice_.clear();
}

}  // namespace nlw
