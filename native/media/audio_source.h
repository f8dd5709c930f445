#ifndef NATIVE_MEDIA_AUDIO_SOURCE_H_
#define NATIVE_MEDIA_AUDIO_SOURCE_H_

#include <list>

#include "api/media_stream_interface.h"
#include "api/notifier.h"
#include "native/media/test_options.h"
#include "rtc_base/synchronization/mutex.h"
#include "rtc_base/thread_annotations.h"

namespace nlw {

// One block of 10 ms: interleaved samples of 16 bits.
struct AudioBlock {
  const int16_t* samples;
  int sample_rate;
  size_t channel_count;
  size_t frame_count;
};

// What one audio track of ours is over. Works only while it has sinks: a
// reader, or senders. Signaling thread, but where said.
class AudioSource : public webrtc::Notifier<webrtc::AudioSourceInterface> {
 public:
  // Any thread. A source of its own that gives the same.
  virtual rtc::scoped_refptr<AudioSource> Clone() const = 0;
  // Any thread. Only a test source can be configured.
  virtual void Configure(const TestAudioOptions& /*options*/) {}
  // Gives nothing any more, for good.
  void Stop();

  SourceState state() const override { return state_; }
  void AddSink(webrtc::AudioTrackSinkInterface* sink) override;
  // Nothing calls the sink any more when it returns.
  void RemoveSink(webrtc::AudioTrackSinkInterface* sink) override;

 protected:
  // Any thread, in sequence.
  void Deliver(const AudioBlock& block);

  // In turns: somebody takes audio now, or nobody does.
  virtual void Start() = 0;
  virtual void Halt() = 0;

 private:
  void StartOrHalt();

  SourceState state_ = kLive;
  bool running_ = false;

  webrtc::Mutex mutex_;
  std::list<webrtc::AudioTrackSinkInterface*> sinks_ RTC_GUARDED_BY(mutex_);
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_AUDIO_SOURCE_H_
