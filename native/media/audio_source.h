#ifndef NATIVE_MEDIA_AUDIO_SOURCE_H_
#define NATIVE_MEDIA_AUDIO_SOURCE_H_

#include <atomic>
#include <list>
#include <vector>

#include "api/media_stream_interface.h"
#include "api/notifier.h"
#include "native/media/audio_block.h"
#include "native/media/test_options.h"
#include "native/media/track_reader.h"
#include "rtc_base/synchronization/mutex.h"
#include "rtc_base/thread_annotations.h"

namespace nlw {

// What one audio track of ours is over. Works only while it has readers, or
// sinks: senders. Signaling thread, but where said.
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

  void AddReader(TrackReader* reader);
  // Nothing calls the reader any more when it returns.
  void RemoveReader(TrackReader* reader);
  // Any thread. False: readers get silence. Senders mute by libwebrtc's track.
  void SetReadable(bool readable) { readable_ = readable; }

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
  std::atomic<bool> readable_ = true;

  webrtc::Mutex mutex_;
  std::list<webrtc::AudioTrackSinkInterface*> sinks_ RTC_GUARDED_BY(mutex_);
  std::list<TrackReader*> readers_ RTC_GUARDED_BY(mutex_);
  std::vector<int16_t> silence_ RTC_GUARDED_BY(mutex_);
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_AUDIO_SOURCE_H_
