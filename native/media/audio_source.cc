#include "native/media/audio_source.h"

#include "rtc_base/time_utils.h"

namespace nlw {

void AudioSource::Stop() {
  if (state_ == kEnded) {
    return;
  }
  state_ = kEnded;
  StartOrHalt();
  FireOnChanged();
}

void AudioSource::AddSink(webrtc::AudioTrackSinkInterface* sink) {
  {
    webrtc::MutexLock lock(&mutex_);
    sinks_.push_back(sink);
  }
  StartOrHalt();
}

void AudioSource::RemoveSink(webrtc::AudioTrackSinkInterface* sink) {
  {
    webrtc::MutexLock lock(&mutex_);
    sinks_.remove(sink);
  }
  StartOrHalt();
}

void AudioSource::AddReader(TrackReader* reader) {
  {
    webrtc::MutexLock lock(&mutex_);
    readers_.push_back(reader);
  }
  StartOrHalt();
}

void AudioSource::RemoveReader(TrackReader* reader) {
  {
    webrtc::MutexLock lock(&mutex_);
    readers_.remove(reader);
  }
  StartOrHalt();
}

void AudioSource::StartOrHalt() {
  bool run = state_ != kEnded;
  {
    webrtc::MutexLock lock(&mutex_);
    run = run && !(sinks_.empty() && readers_.empty());
  }
  if (run == running_) {
    return;
  }
  running_ = run;
  if (run) {
    Start();
  } else {
    Halt();
  }
}

void AudioSource::Deliver(const AudioBlock& block) {
  webrtc::MutexLock lock(&mutex_);
  if (!sinks_.empty()) {
    // Of the header extension abs-capture-time: what leaves now was captured
    // now.
    const int64_t capture_ms = rtc::TimeMillis();
    for (webrtc::AudioTrackSinkInterface* const sink : sinks_) {
      sink->OnData(block.samples, /*bits_per_sample=*/16, block.sample_rate,
                   block.channel_count, block.frame_count,
                   /*absolute_capture_timestamp_ms=*/capture_ms);
    }
  }
  if (readers_.empty()) {
    return;
  }
  AudioBlock readable = block;
  if (!readable_) {
    silence_.assign(block.frame_count * block.channel_count, 0);
    readable.samples = silence_.data();
  }
  for (TrackReader* const reader : readers_) {
    reader->OnBlock(readable);
  }
}

}  // namespace nlw
