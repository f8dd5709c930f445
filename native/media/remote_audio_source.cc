#include "native/media/remote_audio_source.h"

#include <utility>

#include "api/make_ref_counted.h"

namespace nlw {

RemoteAudioSource::RemoteAudioSource(
    ReceivedAudio& received,
    rtc::scoped_refptr<webrtc::AudioTrackInterface> track)
    : received_(received), track_(std::move(track)) {}

rtc::scoped_refptr<AudioSource> RemoteAudioSource::Clone() const {
  return rtc::make_ref_counted<RemoteAudioSource>(received_, track_);
}

void RemoteAudioSource::Halt() {
  track_->RemoveSink(this);
  received_.Forget(this);
}

void RemoteAudioSource::OnData(const void* /*samples*/,
                               int /*bits_per_sample*/,
                               int /*sample_rate*/,
                               size_t /*channel_count*/,
                               size_t /*frame_count*/,
                               absl::optional<int64_t> /*capture_ms*/) {
  received_.Claim(this);
}

void RemoteAudioSource::OnReceived(const webrtc::AudioFrame& frame,
                                   int64_t due_us) {
  Deliver({.samples = frame.data(),
           .sample_rate = frame.sample_rate_hz_,
           .channel_count = frame.num_channels_,
           .frame_count = frame.samples_per_channel_,
           .timestamp_us = due_us,
           .received = ReceivedTimesOf(frame)});
}

}  // namespace nlw
