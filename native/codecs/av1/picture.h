#ifndef NATIVE_CODECS_AV1_PICTURE_H_
#define NATIVE_CODECS_AV1_PICTURE_H_

#include <aom/aom_image.h>

#include "api/scoped_refptr.h"
#include "api/video/color_space.h"
#include "api/video/video_frame_buffer.h"
#include "common_video/include/video_frame_buffer_pool.h"

namespace nlw {

// A copy in a buffer of `pool`; null where the pool is used up, or where
// libwebrtc has no such format.
rtc::scoped_refptr<webrtc::VideoFrameBuffer> CopyPicture(
    const aom_image_t& image,
    webrtc::VideoFrameBufferPool& pool);

// What the sequence header says.
webrtc::ColorSpace ColorSpaceOf(const aom_image_t& image);

// Shows the pixels of `buffer`, I420 or NV12, and owns nothing.
aom_image_t ShowPicture(const webrtc::VideoFrameBuffer& buffer);

}  // namespace nlw

#endif  // NATIVE_CODECS_AV1_PICTURE_H_
