#include "native/media/remote_video_source.h"

#include <utility>

#include "api/make_ref_counted.h"

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

}  // namespace nlw
