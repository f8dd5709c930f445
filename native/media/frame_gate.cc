#include "native/media/frame_gate.h"

#include <utility>

#include "native/engine/thread_check.h"
#include "rtc_base/time_utils.h"

namespace nlw {
namespace {

// A request for a key frame, or the key frame, may have been lost.
constexpr int64_t kAskAgainMs = 500;

// Frames are out of order by less: 10 s of RTP time.
constexpr int32_t kReordering = 10 * 90'000;

int32_t Distance(uint32_t from, uint32_t to) {
  return static_cast<int32_t>(to - from);
}

}  // namespace

bool FrameGate::Open() {
  NLW_DCHECK_RUN_ON(worker_);
  if (takers_++ > 0) {
    return false;
  }
  asked_ms_ = rtc::TimeMillis();
  // Of a stream that has not begun, the first frame is a key frame.
  return begun_;
}

void FrameGate::Close() {
  NLW_DCHECK_RUN_ON(worker_);
  if (--takers_ == 0) {
    passing_ = false;
  }
}

void FrameGate::Transform(
    std::unique_ptr<webrtc::TransformableFrameInterface> frame) {
  NLW_DCHECK_RUN_ON(worker_);
  const auto callback = callbacks_.find(frame->GetSsrc());
  if (callback == callbacks_.end()) {
    return;
  }
  const SkipMark mark = Judge(
      static_cast<const webrtc::TransformableVideoFrameInterface&>(*frame));
  if (mark != SkipMark::kNone) {
    frame->SetData(PayloadOf(mark));
  }
  callback->second->OnTransformedFrame(std::move(frame));
}

SkipMark FrameGate::Judge(
    const webrtc::TransformableVideoFrameInterface& frame) {
  begun_ = true;
  const uint32_t timestamp = frame.GetTimestamp();
  if (!last_ || last_->timestamp != timestamp) {
    last_ = {timestamp, Passes(timestamp, frame.IsKeyFrame())};
  }
  if (last_->passes) {
    return SkipMark::kNone;
  }
  HoldBack(timestamp);
  const int64_t now_ms = rtc::TimeMillis();
  if (takers_ == 0 || passing_ || now_ms - asked_ms_ < kAskAgainMs) {
    return SkipMark::kSkip;
  }
  asked_ms_ = now_ms;
  return SkipMark::kSkipAndAskForKeyFrame;
}

bool FrameGate::Passes(uint32_t timestamp, bool key_frame) {
  if (takers_ == 0) {
    return false;
  }
  if (passing_) {
    return !IsLate(timestamp);
  }
  if (!key_frame) {
    return false;
  }
  if (newest_held_back_) {
    // What was held back from after this key frame leaves a hole behind it.
    const int32_t distance = Distance(timestamp, *newest_held_back_);
    if (distance >= 0 && distance < kReordering) {
      return false;
    }
  }
  passing_ = true;
  first_passed_ = timestamp;
  newest_held_back_.reset();
  return true;
}

// What comes from before the first key frame has nothing to build on.
bool FrameGate::IsLate(uint32_t timestamp) {
  if (!first_passed_) {
    return false;
  }
  const int32_t distance = Distance(*first_passed_, timestamp);
  if (distance > kReordering || distance < -kReordering) {
    first_passed_.reset();
    return false;
  }
  return distance < 0;
}

void FrameGate::HoldBack(uint32_t timestamp) {
  if (passing_) {
    return;
  }
  if (newest_held_back_) {
    const int32_t distance = Distance(*newest_held_back_, timestamp);
    if (distance <= 0 && distance > -kReordering) {
      return;
    }
  }
  newest_held_back_ = timestamp;
}

void FrameGate::RegisterTransformedFrameSinkCallback(
    rtc::scoped_refptr<webrtc::TransformedFrameCallback> callback,
    uint32_t ssrc) {
  NLW_DCHECK_RUN_ON(worker_);
  callbacks_[ssrc] = std::move(callback);
  Reset();
}

void FrameGate::UnregisterTransformedFrameSinkCallback(uint32_t ssrc) {
  NLW_DCHECK_RUN_ON(worker_);
  callbacks_.erase(ssrc);
  Reset();
}

// The stream begins anew.
void FrameGate::Reset() {
  begun_ = false;
  passing_ = false;
  last_.reset();
  first_passed_.reset();
  newest_held_back_.reset();
}

}  // namespace nlw
