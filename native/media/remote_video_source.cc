#include "native/media/remote_video_source.h"

#include <utility>

#include "api/make_ref_counted.h"
#include "rtc_base/time_utils.h"

namespace nlw {

RemoteVideoSource::RemoteVideoSource(
    rtc::Thread* worker,
    rtc::scoped_refptr<webrtc::VideoTrackInterface> track,
    rtc::scoped_refptr<FrameGate> gate)
    : VideoSource(worker), track_(std::move(track)), gate_(std::move(gate)) {}

rtc::scoped_refptr<VideoSource> RemoteVideoSource::Clone() const {
  return rtc::make_ref_counted<RemoteVideoSource>(worker(), track_, gate_);
}

void RemoteVideoSource::Start() {
  track_->GetSource()->AddOrUpdateSink(this, rtc::VideoSinkWants());
  if (gate_->Open()) {
    track_->GetSource()->GenerateKeyFrame();
  }
}

void RemoteVideoSource::Halt() {
  gate_->Close();
  track_->GetSource()->RemoveSink(this);
}

void RemoteVideoSource::OnFrame(const webrtc::VideoFrame& frame) {
  if (frame.timestamp_us() > 0) {
    Deliver(frame);
    return;
  }
  // To be shown at once: libwebrtc has no time for it.
  webrtc::VideoFrame timed(frame);
  timed.set_timestamp_us(rtc::TimeMicros());
  Deliver(timed);
}

}  // namespace nlw
