#include "test/native/codecs/comparison.h"

#include <time.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

#include <libyuv/convert.h>

#include "native/codecs/h264/h264_formats.h"
#include "native/codecs/h264/low_delay.h"
#include "test/native/check.h"
#include "test/native/codec_run.h"
#include "test/native/codecs/library_codec.h"
#include "test/native/codecs/psnr.h"

namespace nlw {
namespace {

double CpuMilliseconds() {
  timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 +
         static_cast<double>(time.tv_nsec) / 1e6;
}

webrtc::SdpVideoFormat FormatOf(const std::string& codec) {
  if (codec == "H264" || codec == "H264-high") {
    return webrtc::SdpVideoFormat(
        "H264", {{"profile-level-id", codec == "H264" ? "42e01f" : "64001f"},
                 {"packetization-mode", "1"}});
  }
  return webrtc::SdpVideoFormat(codec);
}

// Adds the processor time of `work`.
template <typename Work>
auto Timed(double& milliseconds, const Work& work) {
  const double before = CpuMilliseconds();
  auto result = work();
  milliseconds += CpuMilliseconds() - before;
  return result;
}

// Adds up what one side does.
class Side {
 public:
  template <typename Work>
  auto Encode(const Work& work) {
    return Timed(encode_ms_, work);
  }
  template <typename Work>
  auto Decode(const Work& work) {
    return Timed(decode_ms_, work);
  }
  void Made(size_t bytes) { bytes_ += bytes; }
  void Shown(const Planes& original, const Planes& decoded) {
    psnr_.Add(original, decoded);
  }

  CodecResult Result(size_t frames) const {
    const double seconds = static_cast<double>(frames) / kClipFrameRate;
    return {psnr_.decibels(), static_cast<double>(bytes_) * 8 / 1000 / seconds,
            encode_ms_, decode_ms_};
  }

 private:
  Psnr psnr_;
  size_t bytes_ = 0;
  double encode_ms_ = 0;
  double decode_ms_ = 0;
};

class Comparing {
 public:
  Comparing(const webrtc::SdpVideoFormat& format, const RunOptions& options)
      : encoder_(format, options),
        decoder_(format),
        h264_(format.name == "H264"),
        copy_(webrtc::I420Buffer::Create(options.width, options.height)) {
    const webrtc::VideoCodec codec = CodecFor(format.name, options);
    switch (codec.codecType) {
      case webrtc::kVideoCodecH264:
        library_encoder_ = CreateOpenH264Loop(codec, H264ProfileOf(format));
        library_decoder_ = CreateOpenH264DecoderLoop();
        break;
      case webrtc::kVideoCodecAV1:
        library_encoder_ = CreateLibaomLoop(codec);
        library_decoder_ = CreateLibaomDecoderLoop();
        break;
      default:
        library_encoder_ = CreateLibvpxLoop(codec);
        library_decoder_ = CreateLibvpxDecoderLoop(codec.codecType);
    }
  }

  void Next(const rtc::scoped_refptr<webrtc::I420Buffer>& picture) {
    const bool product_first = count_ % 2 == 0;
    if (product_first)
      ByProduct(picture);
    ByLibrary(*picture);
    if (!product_first)
      ByProduct(picture);
    same_bytes_ = same_bytes_ && product_bytes_ == library_bytes_;
    ++count_;
  }

  CodecComparison Result() const {
    return {product_.Result(count_), library_.Result(count_), copy_ms_,
            same_bytes_};
  }

 private:
  void ByProduct(const rtc::scoped_refptr<webrtc::I420Buffer>& picture) {
    const auto made = product_.Encode(
        [&] { return encoder_.Encode(picture, /*key=*/count_ == 0); });
    CHECK(made.size() == 1);
    const webrtc::EncodedImage& image = made[0].image;
    product_bytes_.assign(image.data(), image.data() + image.size());
    product_.Made(image.size());
    const auto shown = product_.Decode([&] { return decoder_.Decode(image); });
    CHECK(shown);
    product_.Shown(PlanesOf(*picture),
                   PlanesOf(*shown->video_frame_buffer()->GetI420()));
  }

  void ByLibrary(const webrtc::I420Buffer& picture) {
    const Planes planes = PlanesOf(picture);
    const auto made = library_.Encode(
        [&] { return library_encoder_->Encode(planes, /*key=*/count_ == 0); });
    library_bytes_.assign(made.begin(), made.end());
    library_.Made(made.size());
    // As the product shows it: OpenH264 keeps pictures back otherwise.
    std::vector<uint8_t> changed;
    if (h264_)
      changed = WithoutReordering(library_bytes_);
    const std::vector<uint8_t>& frame =
        changed.empty() ? library_bytes_ : changed;
    const Planes shown =
        library_.Decode([&] { return library_decoder_->Decode(frame); });
    CHECK(shown.width == copy_->width() && shown.height == copy_->height());
    CHECK(Timed(copy_ms_, [&] {
            return libyuv::I420Copy(
                shown.data[0], shown.stride[0], shown.data[1], shown.stride[1],
                shown.data[2], shown.stride[2], copy_->MutableDataY(),
                copy_->StrideY(), copy_->MutableDataU(), copy_->StrideU(),
                copy_->MutableDataV(), copy_->StrideV(), shown.width,
                shown.height);
          }) == 0);
    library_.Shown(planes, PlanesOf(*copy_));
  }

  EncoderRun encoder_;
  DecoderRun decoder_;
  const bool h264_;
  const rtc::scoped_refptr<webrtc::I420Buffer> copy_;
  std::unique_ptr<LibraryEncoder> library_encoder_;
  std::unique_ptr<LibraryDecoder> library_decoder_;
  Side product_;
  Side library_;
  std::vector<uint8_t> product_bytes_;
  std::vector<uint8_t> library_bytes_;
  double copy_ms_ = 0;
  bool same_bytes_ = true;
  size_t count_ = 0;
};

}  // namespace

CodecComparison CompareCodec(const std::string& codec,
                             const Pictures& pictures,
                             int kilobits) {
  CHECK(!pictures.empty());
  RunOptions options;
  options.width = pictures[0]->width();
  options.height = pictures[0]->height();
  options.frame_rate = kClipFrameRate;
  options.kilobits = kilobits;
  Comparing comparing(FormatOf(codec), options);
  for (const auto& picture : pictures)
    comparing.Next(picture);
  return comparing.Result();
}

}  // namespace nlw
