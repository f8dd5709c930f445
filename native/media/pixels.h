#ifndef NATIVE_MEDIA_PIXELS_H_
#define NATIVE_MEDIA_PIXELS_H_

#include <cstdint>
#include <memory>

#include "absl/types/optional.h"
#include "api/scoped_refptr.h"
#include "api/video/color_space.h"
#include "api/video/video_frame_buffer.h"
#include "native/media/color_matrix.h"
#include "native/media/pixel_planes.h"

namespace nlw {

// Pixels that never change, shared by all that use them: libwebrtc's buffers,
// of the types below. Any thread.
using Pixels = rtc::scoped_refptr<webrtc::VideoFrameBuffer>;

// A copy, in memory of the pool.
Pixels NewPixels(const ConstPlanes& source);

// The same where JavaScript has a name for their format, else converted to the
// nearest. Null when that fails.
Pixels NamedPixels(Pixels pixels);

// Of a format with a name. The planes live as long as the pixels.
ConstPlanes PlanesOf(const webrtc::VideoFrameBuffer& pixels);

// A part, which shares the memory. `rect` must lie inside.
Pixels PartOf(const Pixels& pixels, const PixelRect& rect);

// Of the same pixels as I420.
rtc::scoped_refptr<webrtc::I420BufferInterface> I420Of(
    const ConstPlanes& planes);

// An encoder sees RGB as I420: the color space that it should tell of frames
// with these pixels, and back.
absl::optional<webrtc::ColorSpace> EncodedColorSpace(
    const webrtc::VideoFrameBuffer& pixels,
    const absl::optional<webrtc::ColorSpace>& written);
absl::optional<webrtc::ColorSpace> WrittenColorSpace(
    const webrtc::VideoFrameBuffer& pixels,
    const absl::optional<webrtc::ColorSpace>& encoded);

// Memory that holds the planes of I420 one after the other, without gaps, and
// that nobody can see but who holds `pixels`: when they are dropped it may be
// changed. Null where it is not so.
std::shared_ptr<uint8_t> OwnI420Memory(const webrtc::VideoFrameBuffer& pixels);

// Keeps pixels for another environment of this process. The number is never 0.
int64_t SharePixels(Pixels pixels);
// Null when they were taken before.
Pixels TakeSharedPixels(int64_t token);

}  // namespace nlw

#endif  // NATIVE_MEDIA_PIXELS_H_
