#include "native/media/video_input.h"

#include <algorithm>
#include <utility>

#include "native/media/written_video_source.h"
#include "rtc_base/time_utils.h"

namespace nlw {
namespace {

constexpr size_t kMaxWaiting = 30;

}  // namespace

VideoInput::VideoInput(Engine& engine, const Options& options)
    : engine_(engine),
      options_(options),
      waiting_(kMaxWaiting),
      queue_(engine.task_queues().CreateTaskQueue(
          "video-input",
          webrtc::TaskQueueFactory::Priority::NORMAL)) {}

VideoInput::~VideoInput() = default;

void VideoInput::Write(const Pixels& pixels,
                       int64_t timestamp_us,
                       webrtc::VideoRotation rotation,
                       const absl::optional<webrtc::ColorSpace>& color_space) {
  auto frame =
      webrtc::VideoFrame::Builder()
          .set_video_frame_buffer(pixels)
          .set_timestamp_us(
              aligner_.TranslateTimestamp(timestamp_us, rtc::TimeMicros()))
          .set_capture_time_identifier(webrtc::Timestamp::Micros(timestamp_us))
          .set_rotation(rotation)
          .set_color_space(EncodedColorSpace(*pixels, color_space))
          .build();
  const bool is_free = held_ == 0 && !engine_.track_calls().any();
  if (is_free && queued_ == 0 && DeliversAtOnce(frame)) {
    Deliver(frame);
    return;
  }
  if (!waiting_.Push(std::move(frame))) {
    return;
  }
  if (is_free) {
    PostDelivery();
    return;
  }
  ++held_;
  engine_.signaling()->PostTask([weak = weak_from_this()] {
    if (const auto self = weak.lock()) {
      self->DeliverHeld();
      --self->held_;
    }
  });
}

void VideoInput::DeliverHeld() {
  if (queued_ > 0) {
    PostDelivery();
    return;
  }
  const auto taken = waiting_.Take();
  if (!taken) {
    return;
  }
  if (DeliversAtOnce(taken->item)) {
    Deliver(taken->item);
    return;
  }
  ++queued_;
  queue_->PostTask([this, frame = taken->item] {
    Deliver(frame);
    --queued_;
  });
}

void VideoInput::PostDelivery() {
  ++queued_;
  queue_->PostTask([this] {
    if (const auto taken = waiting_.Take()) {
      Deliver(taken->item);
    }
    --queued_;
  });
}

void VideoInput::Add(WrittenVideoSource* source) {
  webrtc::MutexLock lock(&mutex_);
  sources_.push_back(source);
}

void VideoInput::Remove(WrittenVideoSource* source) {
  webrtc::MutexLock lock(&mutex_);
  std::erase(sources_, source);
}

void VideoInput::Deliver(const webrtc::VideoFrame& frame) {
  webrtc::MutexLock lock(&mutex_);
  for (WrittenVideoSource* const source : sources_) {
    source->OnFrame(frame);
  }
}

bool VideoInput::DeliversAtOnce(const webrtc::VideoFrame& frame) {
  webrtc::MutexLock lock(&mutex_);
  return std::all_of(sources_.begin(), sources_.end(),
                     [&frame](const WrittenVideoSource* source) {
                       return source->PassesUnchanged(frame);
                     });
}

int64_t TimestampOf(const webrtc::VideoFrame& frame) {
  const auto& written = frame.capture_time_identifier();
  return written ? written->us() : frame.timestamp_us();
}

}  // namespace nlw
