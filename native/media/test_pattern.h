#ifndef NATIVE_MEDIA_TEST_PATTERN_H_
#define NATIVE_MEDIA_TEST_PATTERN_H_

#include <cstdint>
#include <optional>

#include "api/video/i420_buffer.h"

namespace nlw {

// The picture of a test source. Its upper half is a grid of black and white
// cells that spell a counter and a checksum, so large that an encoder and a
// change of size leave them legible; its lower half moves.
void DrawTestPattern(uint32_t counter, webrtc::I420Buffer& buffer);

// The counter; nothing when the picture is another one, or illegible.
std::optional<uint32_t> ReadTestPattern(
    const webrtc::I420BufferInterface& buffer);

// Of a grid of pixels all over the picture: 0 to 255.
double MeanLuma(const webrtc::I420BufferInterface& buffer);

}  // namespace nlw

#endif  // NATIVE_MEDIA_TEST_PATTERN_H_
