#ifndef NATIVE_ENGINE_RECEIVED_AUDIO_H_
#define NATIVE_ENGINE_RECEIVED_AUDIO_H_

#include <cstdint>
#include <vector>

#include "api/audio/audio_frame.h"
#include "api/audio/audio_mixer.h"
#include "api/scoped_refptr.h"
#include "rtc_base/synchronization/mutex.h"
#include "rtc_base/thread_annotations.h"

namespace nlw {

// Pulls the audio of all receivers, and mixes nothing: what it plays is silence
// that nobody hears. The sinks of libwebrtc's tracks get samples alone; here
// their times are known too.
class ReceivedAudio : public webrtc::AudioMixer {
 public:
  class Listener {
   public:
    // Playout thread. `due_us`: when the first sample is to be heard, on the
    // monotonic clock; each block is due 10 ms after the one before it.
    virtual void OnReceived(const webrtc::AudioFrame& frame,
                            int64_t due_us) = 0;

   protected:
    ~Listener() = default;
  };

  static rtc::scoped_refptr<ReceivedAudio> Create();

  // Playout thread: when what is pulled next is to be heard.
  void SetDue(int64_t due_us) { due_us_ = due_us; }

  // Of a sink of a receiver's track, inside its call: the listener is to get
  // this block with its times.
  // The mutex is held, by the pull that calls the sink.
  void Claim(Listener* listener) RTC_NO_THREAD_SAFETY_ANALYSIS;
  // Any thread but in a call. Nothing calls the listener any more when it
  // returns; its sink was removed before.
  void Forget(Listener* listener);

  bool AddSource(Source* source) override;
  void RemoveSource(Source* source) override;
  void Mix(size_t channel_count, webrtc::AudioFrame* mixed) override;

 protected:
  ReceivedAudio() = default;
  ~ReceivedAudio() override = default;

 private:
  void Pull(Source& source) RTC_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  // Playout thread.
  int64_t due_us_ = 0;
  webrtc::AudioFrame frame_;

  // Held while blocks are pulled.
  webrtc::Mutex mutex_;
  std::vector<Source*> sources_ RTC_GUARDED_BY(mutex_);
  // Of the block that is pulled.
  std::vector<Listener*> listeners_ RTC_GUARDED_BY(mutex_);
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_RECEIVED_AUDIO_H_
