#ifndef NATIVE_CODECS_H264_OPENH264_OUTPUT_H_
#define NATIVE_CODECS_H264_OPENH264_OUTPUT_H_

#include <wels/codec_api.h>

#include "api/scoped_refptr.h"
#include "api/video/encoded_image.h"

namespace nlw {

// The access unit in Annex B; empty where OpenH264 left the picture out.
rtc::scoped_refptr<webrtc::EncodedImageBuffer> BytesOf(
    const SFrameBSInfo& info);

// Of the picture's slices.
int TemporalIdOf(const SFrameBSInfo& info);

}  // namespace nlw

#endif  // NATIVE_CODECS_H264_OPENH264_OUTPUT_H_
