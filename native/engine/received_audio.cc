#include "native/engine/received_audio.h"

#include <algorithm>

#include "api/make_ref_counted.h"

namespace nlw {
namespace {

constexpr int kMixRate = 48000;

// Rates that libwebrtc pulls at.
int PulledRate(int preferred) {
  for (int rate : {8000, 16000, 32000}) {
    if (preferred <= rate) {
      return rate;
    }
  }
  return kMixRate;
}

}  // namespace

rtc::scoped_refptr<ReceivedAudio> ReceivedAudio::Create() {
  return rtc::make_ref_counted<ReceivedAudio>();
}

void ReceivedAudio::Claim(Listener* listener) {
  listeners_.push_back(listener);
}

void ReceivedAudio::Forget(Listener* listener) {
  webrtc::MutexLock lock(&mutex_);
  std::erase(listeners_, listener);
}

bool ReceivedAudio::AddSource(Source* source) {
  webrtc::MutexLock lock(&mutex_);
  sources_.push_back(source);
  return true;
}

void ReceivedAudio::RemoveSource(Source* source) {
  webrtc::MutexLock lock(&mutex_);
  std::erase(sources_, source);
}

void ReceivedAudio::Mix(size_t channel_count, webrtc::AudioFrame* mixed) {
  {
    webrtc::MutexLock lock(&mutex_);
    for (Source* const source : sources_) {
      Pull(*source);
    }
  }
  mixed->UpdateFrame(/*timestamp=*/0, /*data=*/nullptr, kMixRate / 100,
                     kMixRate, webrtc::AudioFrame::kUndefined,
                     webrtc::AudioFrame::kVadUnknown, channel_count);
}

void ReceivedAudio::Pull(Source& source) {
  const auto info = source.GetAudioFrameWithInfo(
      PulledRate(source.PreferredSampleRate()), &frame_);
  if (info != Source::AudioFrameInfo::kError) {
    for (Listener* const listener : listeners_) {
      listener->OnReceived(frame_, due_us_);
    }
  }
  listeners_.clear();
}

}  // namespace nlw
