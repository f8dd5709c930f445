#ifndef NATIVE_ENGINE_ENGINE_H_
#define NATIVE_ENGINE_ENGINE_H_

#include <memory>

#include "api/array_view.h"
#include "api/peer_connection_interface.h"
#include "api/rtc_error.h"
#include "api/scoped_refptr.h"
#include "api/task_queue/task_queue_factory.h"
#include "native/codecs/codec_policy.h"
#include "native/codecs/video_codec_table.h"
#include "native/engine/calls_under_way.h"
#include "native/engine/ice_transport_listener.h"
#include "native/engine/network_policy.h"
#include "native/engine/received_audio.h"
#include "native/engine/shared_timer.h"
#include "native/engine/tenants.h"
#include "rtc_base/thread.h"

namespace nlw {

// libwebrtc as one Node environment uses it: a thread, a pool, one factory,
// and what the factory's connections share. Nothing is shared between engines.
class Engine {
 public:
  // Starts thread and factory. Null when the factory cannot be made.
  static std::unique_ptr<Engine> Create(const VideoCodecTables& tables = {});

  // Any thread but the engine's own. Every connection must be released
  // before. Stops and joins all threads.
  ~Engine();

  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  // libwebrtc's three threads, by what they are for. They are one, so that
  // neither packets nor libwebrtc's many waiting calls between them change the
  // thread: two that wake each other take a third more processor time to set a
  // call up, and four times as much for an offer.
  rtc::Thread* signaling() const { return thread_.get(); }
  rtc::Thread* network() const { return thread_.get(); }
  rtc::Thread* worker() const { return thread_.get(); }

  // Any thread. Queues on the pool; each must be deleted before the engine is.
  webrtc::TaskQueueFactory& task_queues() const;

  // Any thread. Of the pool.
  SharedTimer& timer() const;

  // Any thread. They move out when the engine ends.
  Tenants& tenants() { return tenants_; }

  // Any thread. Of tracks.
  CallsUnderWay& track_calls() { return track_calls_; }

  // Any thread.
  ReceivedAudio& received_audio() const { return *received_audio_; }

  // Any thread. Counts for connections that are made later, and for encoders
  // and decoders.
  CurrentCodecPolicy& codec_policy() { return codec_policy_; }

  // Proxy: every method hops to the signaling thread unless called there.
  webrtc::PeerConnectionFactoryInterface* factory() const;

  // Any thread; hops to the signaling thread and blocks. `observer` must
  // outlive the connection. `listener` may be null. The policy's port range
  // and flags replace those in `configuration`.
  webrtc::RTCErrorOr<rtc::scoped_refptr<webrtc::PeerConnectionInterface>>
  CreatePeerConnection(
      const webrtc::PeerConnectionInterface::RTCConfiguration& configuration,
      const NetworkPolicy& policy,
      webrtc::PeerConnectionObserver* observer,
      std::shared_ptr<IceTransportListener> listener);

  // Writes the policy's port range and allocator flags into a configuration,
  // for SetConfiguration; interface lists of a connection cannot change.
  static void ApplyPolicy(
      const NetworkPolicy& policy,
      webrtc::PeerConnectionInterface::RTCConfiguration& configuration);

 private:
  // What outlives the factory: thread pool, networks, sockets, field trials.
  struct Parts;

  Engine();

  bool Start(const VideoCodecTables& tables);

  Tenants tenants_;
  CallsUnderWay track_calls_;
  const rtc::scoped_refptr<ReceivedAudio> received_audio_ =
      ReceivedAudio::Create();
  CurrentCodecPolicy codec_policy_;
  std::unique_ptr<rtc::Thread> thread_;
  std::unique_ptr<Parts> parts_;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_ENGINE_H_
