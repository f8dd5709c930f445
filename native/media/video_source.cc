#include "native/media/video_source.h"

#include "native/engine/thread_check.h"

namespace nlw {

void VideoSource::Stop() {
  worker_->BlockingCall([this] {
    stopped_ = true;
    StartOrHalt();
  });
  if (state_ != kEnded) {
    state_ = kEnded;
    FireOnChanged();
  }
}

webrtc::MediaSourceInterface::SourceState VideoSource::state() const {
  return state_;
}

bool VideoSource::GetStats(Stats* stats) {
  webrtc::MutexLock lock(&stats_mutex_);
  if (!stats_) {
    return false;
  }
  *stats = *stats_;
  return true;
}

void VideoSource::AddOrUpdateSink(VideoFanOut::Sink* sink,
                                  const rtc::VideoSinkWants& wants) {
  NLW_DCHECK_RUN_ON(worker_);
  fan_out_.AddOrUpdate(sink, wants);
  StartOrHalt();
}

void VideoSource::RemoveSink(VideoFanOut::Sink* sink) {
  NLW_DCHECK_RUN_ON(worker_);
  fan_out_.Remove(sink);
  StartOrHalt();
}

void VideoSource::StartOrHalt() {
  const bool run = !stopped_ && !fan_out_.empty();
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

void VideoSource::Deliver(const webrtc::VideoFrame& frame) {
  {
    webrtc::MutexLock lock(&stats_mutex_);
    stats_ = Stats{frame.width(), frame.height()};
  }
  fan_out_.OnFrame(frame);
}

}  // namespace nlw
