// What encoders and decoders make of a clip. Prints JSON.
//
//   bench_codecs clip WIDTH HEIGHT FRAMES FILE      writes it, raw I420
//   bench_codecs compare CODEC WIDTH HEIGHT FRAMES KILOBITS RUNS
//       the product and the same library in a plain loop; a line a run
//   bench_codecs psnr WIDTH HEIGHT FRAMES FILE      of a decoded clip
//
// CODEC: VP8, VP9, AV1, H264 (constrained baseline), H264-high.

#include <cstdio>
#include <cstdlib>
#include <string>

#include "test/native/check.h"
#include "test/native/codecs/clip.h"
#include "test/native/codecs/comparison.h"
#include "test/native/codecs/psnr.h"

namespace bench {
namespace {

// Milliseconds are of processor time, and of one frame.
void Print(const char* name, const nlw::CodecResult& result, size_t frames) {
  const auto count = static_cast<double>(frames);
  std::printf(
      "\"%s\":{\"psnr\":%.3f,\"sent\":%.1f,\"encodeMs\":%.4f,"
      "\"decodeMs\":%.4f},",
      name, result.decibels, result.kilobits_per_second,
      result.encode_ms / count, result.decode_ms / count);
}

void Compare(const char* codec,
             const nlw::Pictures& pictures,
             int kilobits,
             int runs) {
  for (int run = 0; run < runs; ++run) {
    const nlw::CodecComparison comparison =
        nlw::CompareCodec(codec, pictures, kilobits);
    std::putchar('{');
    Print("own", comparison.product, pictures.size());
    Print("library", comparison.library, pictures.size());
    std::printf("\"copyMs\":%.4f,\"sameBytes\":%s}\n",
                comparison.copy_ms / static_cast<double>(pictures.size()),
                comparison.same_bytes ? "true" : "false");
    std::fflush(stdout);
  }
}

template <typename Transfer>
void ForRows(webrtc::I420Buffer& picture, const Transfer& transfer) {
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

void WriteClip(int width, int height, int frames, const char* name) {
  const nlw::Clip clip(width, height);
  std::FILE* file = std::fopen(name, "wb");
  CHECK(file);
  for (int i = 0; i < frames; ++i) {
    ForRows(*clip.Draw(i), [file](uint8_t* row, size_t bytes) {
      CHECK(std::fwrite(row, 1, bytes, file) == bytes);
    });
  }
  CHECK(std::fclose(file) == 0);
}

void ComparePsnr(int width, int height, int frames, const char* name) {
  const nlw::Clip clip(width, height);
  std::FILE* file = std::fopen(name, "rb");
  CHECK(file);
  const auto decoded = webrtc::I420Buffer::Create(width, height);
  nlw::Psnr psnr;
  for (int i = 0; i < frames; ++i) {
    ForRows(*decoded, [file](uint8_t* row, size_t bytes) {
      CHECK(std::fread(row, 1, bytes, file) == bytes);
    });
    psnr.Add(nlw::PlanesOf(*clip.Draw(i)), nlw::PlanesOf(*decoded));
  }
  CHECK(std::fgetc(file) == EOF);
  std::fclose(file);
  std::printf("{\"psnr\":%.3f}\n", psnr.decibels());
}

int Main(int count, char** words) {
  const std::string command = count > 1 ? words[1] : "";
  const auto number = [words](int at) { return std::atoi(words[at]); };
  if (command == "clip" && count == 6) {
    WriteClip(number(2), number(3), number(4), words[5]);
  } else if (command == "compare" && count == 8) {
    Compare(words[2], nlw::DrawClip(number(3), number(4), number(5)), number(6),
            number(7));
  } else if (command == "psnr" && count == 6) {
    ComparePsnr(number(2), number(3), number(4), words[5]);
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
