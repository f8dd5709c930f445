#include "native/media/video_fan_out.h"

#include <algorithm>

#include "api/video/i420_buffer.h"
#include "rtc_base/time_utils.h"

namespace nlw {
namespace {

using Buffer = rtc::scoped_refptr<webrtc::VideoFrameBuffer>;

// What an adapter made of a frame's size.
struct Shape {
  int cropped_width = 0;
  int cropped_height = 0;
  int width = 0;
  int height = 0;

  bool operator==(const Shape&) const = default;
};

Buffer Black(int width, int height) {
  const auto buffer = webrtc::I420Buffer::Create(width, height);
  webrtc::I420Buffer::SetBlack(buffer.get());
  return buffer;
}

Buffer Shaped(const Buffer& buffer, const Shape& shape) {
  if (shape.width == buffer->width() && shape.height == buffer->height()) {
    return buffer;
  }
  return buffer->CropAndScale((buffer->width() - shape.cropped_width) / 2,
                              (buffer->height() - shape.cropped_height) / 2,
                              shape.cropped_width, shape.cropped_height,
                              shape.width, shape.height);
}

void TurnUpright(webrtc::VideoFrame& frame) {
  const auto buffer = frame.video_frame_buffer()->ToI420();
  if (buffer) {
    frame.set_video_frame_buffer(
        webrtc::I420Buffer::Rotate(*buffer, frame.rotation()));
    frame.set_rotation(webrtc::kVideoRotation_0);
  }
}

}  // namespace

void VideoFanOut::AddOrUpdate(Sink* sink, const rtc::VideoSinkWants& wants) {
  webrtc::MutexLock lock(&mutex_);
  auto outlet = std::find_if(
      outlets_.begin(), outlets_.end(),
      [sink](const Outlet& existing) { return existing.sink == sink; });
  if (outlet == outlets_.end()) {
    outlet = outlets_.emplace(outlet, sink);
  }
  outlet->wants = wants;
  // The adapter expects what a broadcaster has summed up of all its sinks.
  outlet->wants.aggregates = rtc::VideoSinkWants::Aggregates{
      wants.is_active && !wants.requested_resolution};
  outlet->adapter.OnSinkWants(outlet->wants);
}

void VideoFanOut::Remove(Sink* sink) {
  webrtc::MutexLock lock(&mutex_);
  outlets_.remove_if(
      [sink](const Outlet& outlet) { return outlet.sink == sink; });
}

bool VideoFanOut::empty() const {
  webrtc::MutexLock lock(&mutex_);
  return outlets_.empty();
}

bool VideoFanOut::PassesUnchanged(const webrtc::VideoFrame& frame) const {
  webrtc::MutexLock lock(&mutex_);
  return std::all_of(
      outlets_.begin(), outlets_.end(), [&frame](const Outlet& outlet) {
        const rtc::VideoSinkWants& wants = outlet.wants;
        const bool upright = frame.rotation() == webrtc::kVideoRotation_0;
        return !wants.black_frames && !wants.requested_resolution &&
               frame.size() <= static_cast<uint32_t>(wants.max_pixel_count) &&
               !wants.target_pixel_count && wants.resolution_alignment == 1 &&
               (upright || !wants.rotation_applied);
      });
}

void VideoFanOut::OnFrame(const webrtc::VideoFrame& frame) {
  webrtc::MutexLock lock(&mutex_);
  // Sinks that want the same share it.
  Shape last_shape;
  Buffer last_buffer;
  for (Outlet& outlet : outlets_) {
    Shape shape;
    if (!outlet.adapter.AdaptFrameResolution(
            frame.width(), frame.height(),
            frame.timestamp_us() * rtc::kNumNanosecsPerMicrosec,
            &shape.cropped_width, &shape.cropped_height, &shape.width,
            &shape.height)) {
      outlet.sink->OnDiscardedFrame();
      continue;
    }
    webrtc::VideoFrame shaped(frame);
    shaped.clear_update_rect();
    if (outlet.wants.black_frames) {
      shaped.set_video_frame_buffer(Black(shape.width, shape.height));
    } else {
      if (shape != last_shape) {
        last_buffer = Shaped(frame.video_frame_buffer(), shape);
        last_shape = shape;
      }
      shaped.set_video_frame_buffer(last_buffer);
    }
    if (outlet.wants.rotation_applied &&
        frame.rotation() != webrtc::kVideoRotation_0) {
      TurnUpright(shaped);
    }
    outlet.sink->OnFrame(shaped);
  }
}

}  // namespace nlw
