// NV12 is I420 in another order: encoders make the same of both.
#include <cstdio>
#include <string>

#include "api/video/nv12_buffer.h"
#include "native/media/test_pattern.h"
#include "test/native/check.h"
#include "test/native/codec_run.h"

namespace nlw {
namespace {

webrtc::SdpVideoFormat H264(const char* profile) {
  return webrtc::SdpVideoFormat(
      "H264", {{"profile-level-id", profile}, {"packetization-mode", "1"}});
}

std::string BytesOf(const EncoderRun::Frame& frame) {
  return std::string(reinterpret_cast<const char*>(frame.image.data()),
                     frame.image.size());
}

// Colours that differ between U and V, and move.
rtc::scoped_refptr<webrtc::I420Buffer> Picture(int width,
                                               int height,
                                               uint32_t counter) {
  const auto picture = webrtc::I420Buffer::Create(width, height);
  DrawTestPattern(counter, *picture);
  for (int y = 0; y < picture->ChromaHeight(); ++y) {
    for (int x = 0; x < picture->ChromaWidth(); ++x) {
      picture->MutableDataU()[y * picture->StrideU() + x] =
          static_cast<uint8_t>(90 + (x + static_cast<int>(counter)) % 64);
      picture->MutableDataV()[y * picture->StrideV() + x] =
          static_cast<uint8_t>(180 - y % 64);
    }
  }
  return picture;
}

void IsEncodedAsI420Is(const webrtc::SdpVideoFormat& format,
                       int width,
                       int height) {
  RunOptions options;
  options.width = width;
  options.height = height;
  EncoderRun from_i420(format, options);
  EncoderRun from_nv12(format, options);
  DecoderRun decoder(format);
  for (uint32_t i = 0; i < 12; ++i) {
    const auto picture = Picture(width, height, i);
    const bool key = i % 6 == 0;
    const auto expected = from_i420.Encode(picture, key);
    const auto made = from_nv12.Encode(webrtc::NV12Buffer::Copy(*picture), key);
    CHECK(expected.size() == 1 && made.size() == 1);
    CHECK(BytesOf(made[0]) == BytesOf(expected[0]));
    const auto shown = decoder.Decode(made[0].image);
    CHECK(shown);
    CHECK(ReadTestPattern(*shown->video_frame_buffer()->ToI420()) == i);
  }
}

// One encoder gets both in turn, as a track may give them.
void MayChangeFromFrameToFrame(const webrtc::SdpVideoFormat& format) {
  EncoderRun encoder(format, RunOptions());
  DecoderRun decoder(format);
  for (uint32_t i = 0; i < 12; ++i) {
    const auto picture = Picture(320, 240, i);
    rtc::scoped_refptr<webrtc::VideoFrameBuffer> given = picture;
    if (i % 2 == 1)
      given = webrtc::NV12Buffer::Copy(*picture);
    const auto made = encoder.Encode(given, i == 0);
    CHECK(made.size() == 1);
    const auto shown = decoder.Decode(made[0].image);
    CHECK(shown);
    CHECK(ReadTestPattern(*shown->video_frame_buffer()->ToI420()) == i);
  }
}

}  // namespace
}  // namespace nlw

int main() {
  const webrtc::SdpVideoFormat vp9_10_bits("VP9", {{"profile-id", "2"}});
  const webrtc::SdpVideoFormat formats[] = {webrtc::SdpVideoFormat("VP8"),
                                            webrtc::SdpVideoFormat("VP9"),
                                            vp9_10_bits,
                                            nlw::H264("42e01f"),
                                            nlw::H264("64001f"),
                                            webrtc::SdpVideoFormat("AV1")};
  for (const webrtc::SdpVideoFormat& format : formats) {
    std::puts(format.ToString().c_str());
    nlw::IsEncodedAsI420Is(format, 320, 240);
    // OpenH264 takes even sizes, and libwebrtc gives it no others.
    if (format.name != "H264")
      nlw::IsEncodedAsI420Is(format, 321, 241);
    nlw::MayChangeFromFrameToFrame(format);
  }
  std::puts("nv12_test: ok");
  return 0;
}
