// What encoders and decoders make of a clip. Prints JSON.
//
//   bench_codecs clip WIDTH HEIGHT FRAMES FILE      writes it, raw I420
//   bench_codecs measure CODEC WIDTH HEIGHT FRAMES KILOBITS
//   bench_codecs openh264 WIDTH HEIGHT FRAMES KILOBITS   its own API alone
//   bench_codecs psnr WIDTH HEIGHT FRAMES FILE      of a decoded clip
//
// CODEC: VP8, VP9, AV1, H264 (constrained baseline), H264-high.

#include <time.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "bench/codecs/clip.h"
#include "native/codecs/h264/openh264_output.h"
#include "native/codecs/h264/openh264_parameters.h"
#include "test/native/codec_run.h"

namespace bench {
namespace {

constexpr int kFrameRate = 30;

double CpuMilliseconds() {
  timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 +
         static_cast<double>(time.tv_nsec) / 1e6;
}

// Of luma and chroma together, over all pictures.
class Psnr {
 public:
  void Add(const webrtc::I420BufferInterface& a,
           const webrtc::I420BufferInterface& b) {
    Plane(a.DataY(), a.StrideY(), b.DataY(), b.StrideY(), a.width(),
          a.height());
    Plane(a.DataU(), a.StrideU(), b.DataU(), b.StrideU(), a.ChromaWidth(),
          a.ChromaHeight());
    Plane(a.DataV(), a.StrideV(), b.DataV(), b.StrideV(), a.ChromaWidth(),
          a.ChromaHeight());
  }
  double decibels() const {
    return 10 * std::log10(255.0 * 255.0 * samples_ / error_);
  }

 private:
  void Plane(const uint8_t* a,
             int a_stride,
             const uint8_t* b,
             int b_stride,
             int width,
             int height) {
    for (int y = 0; y < height; ++y) {
      for (int x = 0; x < width; ++x) {
        const double difference = a[y * a_stride + x] - b[y * b_stride + x];
        error_ += difference * difference;
      }
    }
    samples_ += static_cast<double>(width) * height;
  }

  double error_ = 0;
  double samples_ = 0;
};

webrtc::SdpVideoFormat FormatOf(const std::string& codec) {
  if (codec == "H264" || codec == "H264-high") {
    return webrtc::SdpVideoFormat(
        "H264", {{"profile-level-id", codec == "H264" ? "42e01f" : "64001f"},
                 {"packetization-mode", "1"}});
  }
  return webrtc::SdpVideoFormat(codec);
}

nlw::RunOptions Options(char** size, int kilobits) {
  nlw::RunOptions options;
  options.width = std::atoi(size[0]);
  options.height = std::atoi(size[1]);
  options.frame_rate = kFrameRate;
  options.kilobits = kilobits;
  return options;
}

void Print(const char* codec,
           const nlw::RunOptions& options,
           int frames,
           double decibels,
           size_t bytes,
           double encode_ms,
           double decode_ms) {
  std::printf(
      "{\"codec\":\"%s\",\"width\":%d,\"height\":%d,\"kilobits\":%d,"
      "\"psnr\":%.3f,\"sent\":%.1f,\"encodeMs\":%.3f,\"decodeMs\":%.3f}\n",
      codec, options.width, options.height, options.kilobits, decibels,
      static_cast<double>(bytes) * 8 * kFrameRate / frames / 1000,
      encode_ms / frames, decode_ms / frames);
}

void Measure(const std::string& codec, char** size, int frames, int kilobits) {
  const nlw::RunOptions options = Options(size, kilobits);
  const Clip clip(options.width, options.height);
  const webrtc::SdpVideoFormat format = FormatOf(codec);
  nlw::EncoderRun encoder(format, options);
  nlw::DecoderRun decoder(format);
  Psnr psnr;
  size_t bytes = 0;
  double encode_ms = 0;
  double decode_ms = 0;
  for (int i = 0; i < frames; ++i) {
    const auto picture = clip.Draw(i);
    double before = CpuMilliseconds();
    const auto made = encoder.Encode(picture, /*key=*/i == 0);
    encode_ms += CpuMilliseconds() - before;
    CHECK(made.size() == 1);
    bytes += made[0].image.size();
    before = CpuMilliseconds();
    const auto shown = decoder.Decode(made[0].image);
    decode_ms += CpuMilliseconds() - before;
    CHECK(shown);
    psnr.Add(*picture, *shown->video_frame_buffer()->ToI420());
  }
  Print(codec.c_str(), options, frames, psnr.decibels(), bytes, encode_ms,
        decode_ms);
}

// The settings of the product's encoder, and nothing of its code.
void MeasureOpenH264(char** size, int frames, int kilobits) {
  const nlw::RunOptions options = Options(size, kilobits);
  const Clip clip(options.width, options.height);
  ISVCEncoder* encoder = nullptr;
  CHECK(WelsCreateSVCEncoder(&encoder) == 0);
  int quiet = WELS_LOG_QUIET;
  encoder->SetOption(ENCODER_OPTION_TRACE_LEVEL, &quiet);
  SEncParamExt parameters = nlw::OpenH264Parameters(
      *encoder, nlw::CodecFor("H264", options),
      {webrtc::H264Profile::kProfileConstrainedBaseline,
       webrtc::H264PacketizationMode::NonInterleaved, 1, 1200});
  CHECK(encoder->InitializeExt(&parameters) == 0);
  nlw::DecoderRun decoder(FormatOf("H264"));
  Psnr psnr;
  size_t bytes = 0;
  double encode_ms = 0;
  for (int i = 0; i < frames; ++i) {
    const auto picture = clip.Draw(i);
    SSourcePicture source = {};
    source.iColorFormat = videoFormatI420;
    source.iPicWidth = options.width;
    source.iPicHeight = options.height;
    source.uiTimeStamp = i * 1000 / kFrameRate;
    source.iStride[0] = picture->StrideY();
    source.iStride[1] = picture->StrideU();
    source.iStride[2] = picture->StrideV();
    source.pData[0] = picture->MutableDataY();
    source.pData[1] = picture->MutableDataU();
    source.pData[2] = picture->MutableDataV();
    SFrameBSInfo info = {};
    const double before = CpuMilliseconds();
    CHECK(encoder->EncodeFrame(&source, &info) == 0);
    encode_ms += CpuMilliseconds() - before;
    const auto unit = nlw::BytesOf(info);
    bytes += unit->size();
    webrtc::EncodedImage image;
    image.SetEncodedData(unit);
    const auto shown = decoder.Decode(image);
    CHECK(shown);
    psnr.Add(*picture, *shown->video_frame_buffer()->ToI420());
  }
  Print("H264", options, frames, psnr.decibels(), bytes, encode_ms, 0);
  encoder->Uninitialize();
  WelsDestroySVCEncoder(encoder);
}

template <typename Transfer>
void ForPlanes(webrtc::I420Buffer& picture, const Transfer& transfer) {
  const auto plane = [&transfer](uint8_t* rows, int stride, int width,
                                 int height) {
    for (int y = 0; y < height; ++y)
      transfer(rows + y * stride, static_cast<size_t>(width));
  };
  plane(picture.MutableDataY(), picture.StrideY(), picture.width(),
        picture.height());
  plane(picture.MutableDataU(), picture.StrideU(), picture.ChromaWidth(),
        picture.ChromaHeight());
  plane(picture.MutableDataV(), picture.StrideV(), picture.ChromaWidth(),
        picture.ChromaHeight());
}

void WriteClip(char** size, int frames, const char* name) {
  const Clip clip(std::atoi(size[0]), std::atoi(size[1]));
  std::FILE* file = std::fopen(name, "wb");
  CHECK(file);
  for (int i = 0; i < frames; ++i) {
    ForPlanes(*clip.Draw(i), [file](uint8_t* row, size_t bytes) {
      CHECK(std::fwrite(row, 1, bytes, file) == bytes);
    });
  }
  CHECK(std::fclose(file) == 0);
}

void ComparePsnr(char** size, int frames, const char* name) {
  const nlw::RunOptions options = Options(size, 0);
  const Clip clip(options.width, options.height);
  std::FILE* file = std::fopen(name, "rb");
  CHECK(file);
  Psnr psnr;
  for (int i = 0; i < frames; ++i) {
    const auto decoded =
        webrtc::I420Buffer::Create(options.width, options.height);
    ForPlanes(*decoded, [file](uint8_t* row, size_t bytes) {
      CHECK(std::fread(row, 1, bytes, file) == bytes);
    });
    psnr.Add(*clip.Draw(i), *decoded);
  }
  CHECK(std::fgetc(file) == EOF);
  std::fclose(file);
  std::printf("{\"psnr\":%.3f}\n", psnr.decibels());
}

int Main(int count, char** words) {
  const std::string command = count > 1 ? words[1] : "";
  if (command == "clip" && count == 6) {
    WriteClip(words + 2, std::atoi(words[4]), words[5]);
  } else if (command == "measure" && count == 7) {
    Measure(words[2], words + 3, std::atoi(words[5]), std::atoi(words[6]));
  } else if (command == "openh264" && count == 6) {
    MeasureOpenH264(words + 2, std::atoi(words[4]), std::atoi(words[5]));
  } else if (command == "psnr" && count == 6) {
    ComparePsnr(words + 2, std::atoi(words[4]), words[5]);
  } else {
    std::fputs("see bench/codecs/main.cc\n", stderr);
    return 2;
  }
  return 0;
}

}  // namespace
}  // namespace bench

int main(int count, char** words) {
  return bench::Main(count, words);
}
