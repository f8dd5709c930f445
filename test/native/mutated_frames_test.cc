// Decoders get frames of any bytes: no crash, no memory for pictures out of
// all bounds, and the next key frame gives a picture again.
// NODE_LIBWEBRTC_SOAK: 10,000 frames a codec.

#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>

#include "native/codecs/picture_size.h"
#include "native/media/test_pattern.h"
#include "test/native/codec_run.h"

namespace nlw {
namespace {

constexpr int kWidth = 320;
constexpr int kHeight = 240;

rtc::scoped_refptr<webrtc::I420Buffer> Picture(uint32_t counter) {
  auto buffer = webrtc::I420Buffer::Create(kWidth, kHeight);
  DrawTestPattern(counter, *buffer);
  return buffer;
}

webrtc::EncodedImage WithBytes(const webrtc::EncodedImage& image,
                               const std::vector<uint8_t>& bytes) {
  webrtc::EncodedImage changed(image);
  changed.SetEncodedData(
      webrtc::EncodedImageBuffer::Create(bytes.data(), bytes.size()));
  return changed;
}

class Mutator {
 public:
  explicit Mutator(uint32_t seed) : random_(seed) {}

  webrtc::EncodedImage Change(const webrtc::EncodedImage& image) {
    std::vector<uint8_t> bytes(image.data(), image.data() + image.size());
    switch (random_() % 6) {
      case 0:
        bytes.resize(1 + random_() % bytes.size());
        break;
      case 1:
        Flip(bytes, 1 + random_() % 8, std::min<size_t>(bytes.size(), 40));
        break;
      case 2:
        Flip(bytes, 1 + random_() % 64, bytes.size());
        break;
      case 3:
        std::generate(bytes.begin() + random_() % bytes.size(), bytes.end(),
                      [this] { return static_cast<uint8_t>(random_()); });
        break;
      case 4: {
        const size_t from = random_() % bytes.size();
        const size_t length = random_() % (bytes.size() - from + 1);
        bytes.insert(bytes.begin() + random_() % bytes.size(),
                     bytes.begin() + from, bytes.begin() + from + length);
        break;
      }
      default:
        bytes.assign(1 + random_() % 3000, static_cast<uint8_t>(random_()));
        break;
    }
    return WithBytes(image, bytes);
  }

 private:
  void Flip(std::vector<uint8_t>& bytes, size_t count, size_t among) {
    for (size_t i = 0; i < count; ++i)
      bytes[random_() % among] ^= static_cast<uint8_t>(1 << random_() % 8);
  }

  std::mt19937 random_;
};

void ComesBackAfterMutatedFrames(const webrtc::SdpVideoFormat& format,
                                 uint32_t seed,
                                 int frames) {
  constexpr int kBurst = 50;
  std::printf("%s, seed %u, %d frames\n", format.ToString().c_str(), seed,
              frames);
  RunOptions options;
  options.width = kWidth;
  options.height = kHeight;
  EncoderRun encoder(format, options);
  DecoderRun decoder(format);
  Mutator mutator(seed);
  for (int i = 0; i < frames; ++i) {
    const uint32_t counter = static_cast<uint32_t>(i);
    // A burst in whose middle a key frame is changed.
    const bool whole = i % kBurst == 0;
    const auto made =
        encoder.Encode(Picture(counter), whole || i % kBurst == kBurst / 2);
    CHECK(made.size() == 1);
    const auto picture =
        decoder.Decode(whole ? made[0].image : mutator.Change(made[0].image));
    if (whole) {
      CHECK(decoder.result() == WEBRTC_VIDEO_CODEC_OK && picture);
      const auto shown = picture->video_frame_buffer()->ToI420();
      CHECK(ReadTestPattern(*shown) == counter);
    }
  }
}

void OutOfBounds(const std::string& codec,
                 const std::vector<uint8_t>& large,
                 const std::vector<uint8_t>& allowed,
                 bool (*is_too_large)(rtc::ArrayView<const uint8_t>)) {
  CHECK(is_too_large(large));
  CHECK(!is_too_large(allowed));
  for (size_t length = 0; length < large.size(); ++length)
    is_too_large(rtc::ArrayView<const uint8_t>(large.data(), length));
  rusage before;
  getrusage(RUSAGE_SELF, &before);
  DecoderRun decoder{webrtc::SdpVideoFormat(codec)};
  webrtc::EncodedImage image;
  image._frameType = webrtc::VideoFrameType::kVideoFrameKey;
  CHECK(!decoder.Decode(WithBytes(image, large)));
  CHECK(decoder.result() == WEBRTC_VIDEO_CODEC_ERROR);
  rusage after;
  getrusage(RUSAGE_SELF, &after);
  CHECK(after.ru_maxrss - before.ru_maxrss < 64 * 1024);
}

std::vector<uint8_t> Vp8KeyFrame(int width, int height) {
  std::vector<uint8_t> frame = {0x10,
                                0x02,
                                0,
                                0x9D,
                                0x01,
                                0x2A,
                                static_cast<uint8_t>(width & 255),
                                static_cast<uint8_t>(width >> 8),
                                static_cast<uint8_t>(height & 255),
                                static_cast<uint8_t>(height >> 8)};
  frame.resize(400);
  return frame;
}

// Profile 0, key frame: frame marker 2, then 0s, the sync code, colour space
// and range, 16 bits a side less 1.
std::vector<uint8_t> Vp9KeyFrame(int width, int height) {
  const uint64_t sides = static_cast<uint64_t>(width - 1) << 16 |
                         static_cast<uint64_t>(height - 1);
  std::vector<uint8_t> frame = {0x82, 0x49, 0x83, 0x42};
  // Color space 2 of 3 bits, color range 0: the sides begin in a byte's middle.
  frame.push_back(static_cast<uint8_t>(0x40 | (sides >> 28 & 15)));
  for (int shift = 20; shift >= 0; shift -= 8)
    frame.push_back(static_cast<uint8_t>(sides >> shift));
  frame.push_back(static_cast<uint8_t>(sides << 4));
  frame.resize(400);
  return frame;
}

// Baseline, with the numbers of macroblocks as exponential Golomb codes.
std::vector<uint8_t> H264Sps(int width, int height) {
  std::vector<bool> bits;
  const auto code = [&bits](uint32_t value) {
    int length = 0;
    while ((value + 1) >> (length + 1))
      ++length;
    bits.insert(bits.end(), static_cast<size_t>(length), false);
    for (int bit = length; bit >= 0; --bit)
      bits.push_back((value + 1) >> bit & 1);
  };
  code(0);  // seq_parameter_set_id
  code(0);  // log2_max_frame_num_minus4
  code(2);  // pic_order_cnt_type
  code(1);  // max_num_ref_frames
  bits.push_back(false);
  code(static_cast<uint32_t>(width / 16 - 1));
  code(static_cast<uint32_t>(height / 16 - 1));
  // frame_mbs_only, direct_8x8_inference, no cropping, no VUI, stop bit.
  for (const bool bit : {true, true, false, false, true})
    bits.push_back(bit);
  std::vector<uint8_t> unit = {0, 0, 0, 1, 0x67, 66, 0xC0, 40};
  for (size_t i = 0; i < bits.size(); ++i) {
    if (i % 8 == 0)
      unit.push_back(0);
    unit.back() |= static_cast<uint8_t>(bits[i] << (7 - i % 8));
  }
  return unit;
}

void PicturesOutOfBoundsAreNotDecoded() {
  OutOfBounds("VP8", Vp8KeyFrame(16383, 16383), Vp8KeyFrame(8192, 4352),
              Vp8IsTooLarge);
  OutOfBounds("VP9", Vp9KeyFrame(65536, 65536), Vp9KeyFrame(8192, 4352),
              Vp9IsTooLarge);
  OutOfBounds("H264", H264Sps(16384, 16384), H264Sps(4096, 4096),
              H264IsTooLarge);
  // One side alone.
  CHECK(Vp8IsTooLarge(Vp8KeyFrame(16, 8193)));
  CHECK(Vp9IsTooLarge(Vp9KeyFrame(8193, 16)));
  CHECK(H264IsTooLarge(H264Sps(8208, 16)));
}

}  // namespace
}  // namespace nlw

int main() {
  nlw::PicturesOutOfBoundsAreNotDecoded();
  const uint32_t seed = std::random_device()();
  const int frames = std::getenv("NODE_LIBWEBRTC_SOAK") ? 10'000 : 500;
  for (const webrtc::SdpVideoFormat& format :
       {webrtc::SdpVideoFormat("VP8"), webrtc::SdpVideoFormat("VP9"),
        webrtc::SdpVideoFormat("AV1"),
        webrtc::SdpVideoFormat("H264", {{"profile-level-id", "42e01f"},
                                        {"packetization-mode", "1"}}),
        webrtc::SdpVideoFormat("H264", {{"profile-level-id", "64001f"},
                                        {"packetization-mode", "0"}})}) {
    nlw::ComesBackAfterMutatedFrames(format, seed, frames);
  }
  std::puts("mutated_frames_test: ok");
  return 0;
}
