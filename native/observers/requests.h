#ifndef NATIVE_OBSERVERS_REQUESTS_H_
#define NATIVE_OBSERVERS_REQUESTS_H_

#include <memory>
#include <utility>

#include "absl/functional/any_invocable.h"
#include "api/jsep.h"
#include "api/make_ref_counted.h"
#include "api/set_local_description_observer_interface.h"
#include "api/set_remote_description_observer_interface.h"
#include "api/stats/rtc_stats_collector_callback.h"

namespace nlw {

// libwebrtc's one-shot observers over a function. Signaling thread; one that
// libwebrtc drops is destroyed uncalled.

class CreateDescriptionRequest
    : public webrtc::CreateSessionDescriptionObserver {
 public:
  using Done = absl::AnyInvocable<
      void(webrtc::RTCError,
           std::unique_ptr<webrtc::SessionDescriptionInterface>) &&>;

  explicit CreateDescriptionRequest(Done done) : done_(std::move(done)) {}

 private:
  // Owns `description`.
  void OnSuccess(webrtc::SessionDescriptionInterface* description) override {
    std::move(done_)(
        webrtc::RTCError::OK(),
        std::unique_ptr<webrtc::SessionDescriptionInterface>(description));
  }
  void OnFailure(webrtc::RTCError error) override {
    std::move(done_)(std::move(error), nullptr);
  }

  Done done_;
};

class SetLocalDescriptionRequest
    : public webrtc::SetLocalDescriptionObserverInterface {
 public:
  using Done = absl::AnyInvocable<void(webrtc::RTCError) &&>;

  explicit SetLocalDescriptionRequest(Done done) : done_(std::move(done)) {}

 private:
  void OnSetLocalDescriptionComplete(webrtc::RTCError error) override {
    std::move(done_)(std::move(error));
  }

  Done done_;
};

class SetRemoteDescriptionRequest
    : public webrtc::SetRemoteDescriptionObserverInterface {
 public:
  using Done = absl::AnyInvocable<void(webrtc::RTCError) &&>;

  explicit SetRemoteDescriptionRequest(Done done) : done_(std::move(done)) {}

 private:
  void OnSetRemoteDescriptionComplete(webrtc::RTCError error) override {
    std::move(done_)(std::move(error));
  }

  Done done_;
};

class StatsRequest : public webrtc::RTCStatsCollectorCallback {
 public:
  using Done =
      absl::AnyInvocable<void(const webrtc::RTCStatsReport& report) &&>;

  explicit StatsRequest(Done done) : done_(std::move(done)) {}

 private:
  void OnStatsDelivered(
      const rtc::scoped_refptr<const webrtc::RTCStatsReport>& report) override {
    std::move(done_)(*report);
  }

  Done done_;
};

}  // namespace nlw

#endif  // NATIVE_OBSERVERS_REQUESTS_H_
