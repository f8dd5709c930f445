#include "native/media/remote_audio_source.h"

#include <utility>

#include "api/make_ref_counted.h"
#include "rtc_base/time_utils.h"

namespace nlw {

RemoteAudioSource::RemoteAudioSource(
    rtc::scoped_refptr<webrtc::AudioTrackInterface> track)
    : track_(std::move(track)) {}

rtc::scoped_refptr<AudioSource> RemoteAudioSource::Clone() const {
  return rtc::make_ref_counted<RemoteAudioSource>(track_);
}

void RemoteAudioSource::OnData(const void* samples,
                               int /*bits_per_sample*/,
                               int sample_rate,
                               size_t channel_count,
                               size_t frame_count,
                               absl::optional<int64_t> capture_ms) {
  Deliver({static_cast<const int16_t*>(samples), sample_rate, channel_count,
           frame_count, rtc::TimeMicros(), capture_ms});
}

}  // namespace nlw
