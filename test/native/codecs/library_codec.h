#ifndef TEST_NATIVE_CODECS_LIBRARY_CODEC_H_
#define TEST_NATIVE_CODECS_LIBRARY_CODEC_H_

#include <cstdint>
#include <memory>
#include <optional>

#include "api/array_view.h"
#include "api/video_codecs/h264_profile_level_id.h"
#include "api/video_codecs/video_codec.h"
#include "test/native/codecs/planes.h"

namespace nlw {

// A codec's library by its own API, in one thread, with the settings that the
// product and libwebrtc give it on x64, and without the code of either. What is
// returned lies in the library's memory until the next call.
class LibraryEncoder {
 public:
  virtual ~LibraryEncoder() = default;
  virtual rtc::ArrayView<const uint8_t> Encode(const Planes& picture,
                                               bool key) = 0;
};

class LibraryDecoder {
 public:
  virtual ~LibraryDecoder() = default;
  virtual Planes Decode(rtc::ArrayView<const uint8_t> frame) = 0;
};

// VP8 and VP9, of pictures of 640x360 and more.
std::unique_ptr<LibraryEncoder> CreateLibvpxLoop(
    const webrtc::VideoCodec& codec);
std::unique_ptr<LibraryDecoder> CreateLibvpxDecoderLoop(
    webrtc::VideoCodecType type);

std::unique_ptr<LibraryEncoder> CreateLibaomLoop(
    const webrtc::VideoCodec& codec);
std::unique_ptr<LibraryDecoder> CreateLibaomDecoderLoop();

std::unique_ptr<LibraryEncoder> CreateOpenH264Loop(
    const webrtc::VideoCodec& codec,
    webrtc::H264Profile profile);
std::unique_ptr<LibraryDecoder> CreateOpenH264DecoderLoop();

}  // namespace nlw

#endif  // TEST_NATIVE_CODECS_LIBRARY_CODEC_H_
