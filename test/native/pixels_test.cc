// Pixels: every conversion against a slow one, bounds, parts, sharing.

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <string>
#include <thread>
#include <tuple>
#include <vector>

#include "api/video/i420_buffer.h"
#include "native/media/convert_pixels.h"
#include "native/media/pixel_memory.h"
#include "native/media/pixels.h"
#include "test/native/check.h"

namespace nlw {
namespace {

using Space = webrtc::ColorSpace;

constexpr PixelFormat kFormats[] = {
    PixelFormat::kI420, PixelFormat::kI420A, PixelFormat::kI422,
    PixelFormat::kI444, PixelFormat::kNV12,  PixelFormat::kRGBA,
    PixelFormat::kRGBX, PixelFormat::kBGRA,  PixelFormat::kBGRX};

struct Size {
  int width;
  int height;
};
constexpr Size kSizes[] = {{1, 1}, {2, 2},   {1, 7},   {7, 1},
                           {3, 5}, {16, 16}, {33, 17}, {130, 9}};

// Bytes in a block of exactly their size, so that a sanitizer sees every step
// outside, with a gap after each row that nobody may touch.
class Picture {
 public:
  static constexpr int kGap = 3;
  static constexpr uint8_t kUntouched = 0xa5;

  Picture(PixelFormat format, int width, int height) {
    std::vector<PlaneLayout> layout;
    size_t size = 0;
    for (int i = 0; i < PlaneCount(format); ++i) {
      const PlaneForm& form = FormOf(format, i);
      const size_t stride = form.RowBytes(width) + kGap;
      layout.push_back(
          {static_cast<double>(size), static_cast<double>(stride)});
      size += stride * form.Rows(height);
    }
    // The gap of the last row is not part of it.
    size -= kGap;
    bytes_.reset(new uint8_t[size]);
    std::memset(bytes_.get(), kUntouched, size);
    planes_ = *PlanesIn(bytes_.get(), size, format, width, height, layout);
  }

  const Planes& planes() const { return planes_; }

  uint8_t& At(int plane, int x, int y) const {
    const auto& [data, stride] = planes_[plane];
    return data[static_cast<size_t>(y) * stride + x];
  }

  void CheckGaps() const {
    for (int i = 0; i < PlaneCount(planes_.format); ++i) {
      const PlaneForm& form = FormOf(planes_.format, i);
      const auto row_bytes = static_cast<int>(form.RowBytes(planes_.width));
      const auto rows = static_cast<int>(form.Rows(planes_.height));
      for (int y = 0; y + 1 < rows; ++y) {
        for (int x = 0; x < kGap; ++x) {
          CHECK(At(i, row_bytes + x, y) == kUntouched);
        }
      }
    }
  }

 private:
  std::unique_ptr<uint8_t[]> bytes_;
  Planes planes_;
};

// One pixel: R, G, B or Y, U, V; and alpha.
struct Color {
  double c[3];
  double alpha;
};

bool HasAlpha(PixelFormat format) {
  return format == PixelFormat::kI420A || format == PixelFormat::kRGBA ||
         format == PixelFormat::kBGRA;
}

bool IsRedFirst(PixelFormat format) {
  return format == PixelFormat::kRGBA || format == PixelFormat::kRGBX;
}

// Where the components of a YUV format lie.
struct Sample {
  int plane;
  int first;
  int step;
};
Sample SampleOf(PixelFormat format, int component) {
  if (format == PixelFormat::kNV12 && component > 0) {
    return {1, component - 1, 2};
  }
  return {component, 0, 1};
}

Color Read(const Picture& picture, int x, int y) {
  const PixelFormat format = picture.planes().format;
  Color color{{0, 0, 0}, 255};
  if (IsRgb(format)) {
    for (int i = 0; i < 3; ++i) {
      color.c[i] = picture.At(0, x * 4 + (IsRedFirst(format) ? i : 2 - i), y);
    }
    if (HasAlpha(format)) {
      color.alpha = picture.At(0, x * 4 + 3, y);
    }
    return color;
  }
  for (int i = 0; i < 3; ++i) {
    const Sample sample = SampleOf(format, i);
    const PlaneForm& form = FormOf(format, sample.plane);
    color.c[i] =
        picture.At(sample.plane, x / form.x_step * sample.step + sample.first,
                   y / form.y_step);
  }
  if (HasAlpha(format)) {
    color.alpha = picture.At(3, x, y);
  }
  return color;
}

struct Matrix {
  double kr;
  double kb;
  bool full;
};

Color ToRgb(const Color& yuv, const Matrix& m) {
  const double luma = m.full ? yuv.c[0] : (yuv.c[0] - 16) * 255 / 219;
  const double scale = m.full ? 1 : 255.0 / 224;
  const double u = (yuv.c[1] - 128) * scale;
  const double v = (yuv.c[2] - 128) * scale;
  const double r = luma + 2 * (1 - m.kr) * v;
  const double b = luma + 2 * (1 - m.kb) * u;
  const double g = (luma - m.kr * r - m.kb * b) / (1 - m.kr - m.kb);
  return {{r, g, b}, yuv.alpha};
}

Color ToYuv(const Color& rgb, const Matrix& m) {
  const double luma =
      m.kr * rgb.c[0] + (1 - m.kr - m.kb) * rgb.c[1] + m.kb * rgb.c[2];
  const double u = (rgb.c[2] - luma) / (2 * (1 - m.kb));
  const double v = (rgb.c[0] - luma) / (2 * (1 - m.kr));
  return m.full ? Color{{luma, u + 128, v + 128}, rgb.alpha}
                : Color{{luma * 219 / 255 + 16, u * 224 / 255 + 128,
                         v * 224 / 255 + 128},
                        rgb.alpha};
}

// Smooth, so that ways to interpolate chroma hardly differ, and no color is
// outside of what RGB can be.
void Draw(const Picture& picture) {
  const Planes& planes = picture.planes();
  for (int i = 0; i < PlaneCount(planes.format); ++i) {
    const PlaneForm& form = FormOf(planes.format, i);
    for (size_t y = 0; y < form.Rows(planes.height); ++y) {
      for (size_t x = 0; x < form.RowBytes(planes.width); ++x) {
        const size_t column = x / form.sample_bytes * form.x_step;
        const size_t component = i + x % form.sample_bytes;
        const size_t row = y * form.y_step;
        picture.At(i, static_cast<int>(x), static_cast<int>(y)) =
            static_cast<uint8_t>(component == 0 ? 80 + (column + 2 * row) % 80
                                                : 115 + (column + row) / 8 +
                                                      4 * component);
      }
    }
  }
}

void CheckConverted(const Picture& from,
                    const Picture& to,
                    const Matrix& matrix,
                    double tolerance) {
  const PixelFormat a = from.planes().format;
  const PixelFormat b = to.planes().format;
  const int width = to.planes().width;
  const int height = to.planes().height;
  const auto converted = [&](int x, int y) {
    const Color color = Read(from, x, y);
    return IsRgb(a) == IsRgb(b) ? color
           : IsRgb(b)           ? ToRgb(color, matrix)
                                : ToYuv(color, matrix);
  };
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const Color got = Read(to, x, y);
      for (int i = 0; i < 3; ++i) {
        // What a sample stands for.
        const PlaneForm form =
            IsRgb(b) ? PlaneForm{1, 1, 1} : FormOf(b, SampleOf(b, i).plane);
        double sum = 0;
        int count = 0;
        for (int dy = y / form.y_step * form.y_step;
             dy < std::min(height, y / form.y_step * form.y_step + form.y_step);
             ++dy) {
          for (int dx = x / form.x_step * form.x_step;
               dx <
               std::min(width, x / form.x_step * form.x_step + form.x_step);
               ++dx, ++count) {
            sum += converted(dx, dy).c[i];
          }
        }
        if (std::abs(got.c[i] - sum / count) > tolerance) {
          std::fprintf(stderr, "%s to %s, %dx%d at %d,%d: %d is %f, not %f\n",
                       Name(a), Name(b), width, height, x, y, i, got.c[i],
                       sum / count);
          CHECK(false);
        }
      }
      if (HasAlpha(b)) {
        CHECK(got.alpha == (HasAlpha(a) ? Read(from, x, y).alpha : 255));
      }
    }
  }
  to.CheckGaps();
}

void EveryFormatBecomesEveryOther() {
  const std::pair<absl::optional<Space>, Matrix> spaces[] = {
      {absl::nullopt, {0.299, 0.114, false}},
      {Space(Space::PrimaryID::kBT709, Space::TransferID::kBT709,
             Space::MatrixID::kBT709, Space::RangeID::kLimited),
       {0.2126, 0.0722, false}},
      {Space(Space::PrimaryID::kBT709, Space::TransferID::kBT709,
             Space::MatrixID::kBT709, Space::RangeID::kFull),
       {0.2126, 0.0722, true}},
      {Space(Space::PrimaryID::kSMPTE170M, Space::TransferID::kBT709,
             Space::MatrixID::kSMPTE170M, Space::RangeID::kFull),
       {0.299, 0.114, true}},
  };
  for (const auto& [width, height] : kSizes) {
    for (PixelFormat from : kFormats) {
      for (PixelFormat to : kFormats) {
        for (const auto& [space, matrix] : spaces) {
          const Picture source(from, width, height);
          const Picture target(to, width, height);
          Draw(source);
          ConvertPixels(Const(source.planes()), target.planes(),
                        ColorMatrixOf(space));
          CheckConverted(source, target, matrix, from == to ? 0 : 3);
        }
      }
    }
  }
}

void PlanesOutsideAreRefused() {
  uint8_t bytes[24];
  const auto fits = [&bytes](PixelFormat format, double width, double height,
                             const std::vector<PlaneLayout>& layout) {
    return PlanesIn(bytes, sizeof bytes, format, width, height, layout)
        .has_value();
  };
  const std::vector<PlaneLayout> i420 = {{0, 4}, {16, 2}, {20, 2}};
  CHECK(fits(PixelFormat::kI420, 4, 4, i420));
  CHECK(fits(PixelFormat::kI420, 3, 3, i420));
  CHECK(!fits(PixelFormat::kI420, 5, 4, i420));
  CHECK(!fits(PixelFormat::kI420, 4, 6, i420));
  CHECK(!fits(PixelFormat::kI420, 4, 4, {{0, 4}, {16, 2}, {21, 2}}));
  CHECK(!fits(PixelFormat::kI420, 4, 4, {{0, 4}, {16, 2}}));
  CHECK(!fits(PixelFormat::kI420, 4, 4, {{0, 3}, {16, 2}, {20, 2}}));
  CHECK(!fits(PixelFormat::kI420, 4, 4, {{0, 4}, {16, 2}, {-1, 2}}));
  CHECK(!fits(PixelFormat::kI420, 4, 4, {{0, 4}, {16, 2}, {NAN, 2}}));
  CHECK(!fits(PixelFormat::kI420, 4, 4, {{0, 4}, {16, 2}, {20, INFINITY}}));
  CHECK(!fits(PixelFormat::kI420, 4, 4, {{0, 4}, {16, 2}, {1e300, 2}}));
  CHECK(!fits(PixelFormat::kI420, 0, 4, i420));
  CHECK(!fits(PixelFormat::kI420, 4, -4, i420));
  CHECK(!fits(PixelFormat::kI420, 0.5, 0.5, i420));
  CHECK(!fits(PixelFormat::kRGBA, 4e9, 1, {{0, 4}}));
  CHECK(!fits(PixelFormat::kRGBA, 1, 2e9, {{0, 2147483647}}));
  CHECK(!fits(PixelFormat::kRGBA, 2, 4e9, {{0, 8}}));
  CHECK(fits(PixelFormat::kRGBA, 2, 3, {{0, 8}}));
  CHECK(fits(PixelFormat::kRGBA, 6, 1, {{0, 2147483647}}));
}

void PixelsAreKeptAndPartsShareThem() {
  for (PixelFormat format : kFormats) {
    const Picture picture(format, 10, 7);
    Draw(picture);
    const Pixels pixels = NewPixels(Const(picture.planes()));
    CHECK(pixels->width() == 10 && pixels->height() == 7);
    CHECK(NamedPixels(pixels) == pixels);
    const ConstPlanes whole = PlanesOf(*pixels);
    CHECK(whole.format == format);
    CHECK(PartOf(pixels, {0, 0, 10, 7}) == pixels);
    const Pixels part = PartOf(pixels, {4, 2, 5, 5});
    const ConstPlanes planes = PlanesOf(*part);
    CHECK(planes.format == format && planes.width == 5 && planes.height == 5);
    const PlaneForm& form = FormOf(format, 0);
    CHECK(planes[0].data == whole[0].data + form.Offset(4, 2, whole[0].stride));
    const Picture copy(format, 5, 5);
    ConvertPixels(planes, copy.planes(), ColorMatrixOf(absl::nullopt));
    for (int y = 0; y < 5; ++y) {
      for (int x = 0; x < 5; ++x) {
        const Color a = Read(picture, x + 4, y + 2);
        const Color b = Read(copy, x, y);
        CHECK(std::equal(a.c, a.c + 3, b.c) && a.alpha == b.alpha);
      }
    }
    // What an encoder asks for, small as it is.
    const auto i420 = part->ToI420();
    CHECK(i420 && i420->width() == 5 && i420->height() == 5);
    CHECK(part->CropAndScale(0, 0, 5, 5, 2, 2)->ToI420()->width() == 2);
  }
}

void RgbBecomesI420Once() {
  const Picture picture(PixelFormat::kBGRA, 64, 48);
  Draw(picture);
  const Pixels pixels = NewPixels(Const(picture.planes()));
  const webrtc::I420BufferInterface* seen[4] = {};
  std::vector<std::thread> threads;
  for (auto& each : seen) {
    threads.emplace_back([&] { each = pixels->ToI420().get(); });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  for (const auto* each : seen) {
    CHECK(each == seen[0] && each != nullptr);
  }
  const Space srgb(Space::PrimaryID::kBT709, Space::TransferID::kIEC61966_2_1,
                   Space::MatrixID::kRGB, Space::RangeID::kFull);
  const auto encoded = EncodedColorSpace(*pixels, srgb);
  CHECK(encoded->matrix() == Space::MatrixID::kSMPTE170M &&
        encoded->range() == Space::RangeID::kLimited);
  CHECK(WrittenColorSpace(*pixels, encoded) == srgb);
  CHECK(!EncodedColorSpace(*pixels, absl::nullopt));
}

void MemoryIsUsedAgain() {
  const size_t size = 3 << 20;
  uint8_t* const first = TakePixelMemory(size).get();
  CHECK(TakePixelMemory(size).get() == first);
  const auto taken = TakePixelMemory(size);
  CHECK(taken.get() == first && TakePixelMemory(size).get() != first);
  CHECK(reinterpret_cast<uintptr_t>(first) % 64 == 0);
  CHECK(TakePixelMemory(0) && TakePixelMemory(1));
}

void TheOnlyHolderMayTakeTheMemory() {
  // Planes that begin at multiples of 64 bytes have no gaps between them.
  for (const auto& [width, height, tight] :
       {std::tuple(64, 64, true), std::tuple(16, 16, true),
        std::tuple(34, 18, false)}) {
    const Picture picture(PixelFormat::kI420, width, height);
    Draw(picture);
    Pixels pixels = NewPixels(Const(picture.planes()));
    const uint8_t* const data = pixels->GetI420()->DataY();
    const Pixels other = pixels;
    CHECK(!OwnI420Memory(*pixels));
    pixels = nullptr;
    const auto memory = OwnI420Memory(*other);
    CHECK(memory.get() == (tight ? data : nullptr));
    const Pixels part = PartOf(other, {0, 0, 8, 8});
    CHECK(!OwnI420Memory(*other) && !OwnI420Memory(*part));
  }
  const Picture nv12(PixelFormat::kNV12, 64, 64);
  Draw(nv12);
  const Pixels pixels = NewPixels(Const(nv12.planes()));
  CHECK(!OwnI420Memory(*pixels));
  CHECK(!OwnI420Memory(*webrtc::I420Buffer::Create(64, 64)));
}

void ThreadsShareThem() {
  const Picture picture(PixelFormat::kI420, 16, 16);
  Draw(picture);
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int n = 0; n < 1000; ++n) {
        const Pixels pixels = NewPixels(Const(picture.planes()));
        const int64_t token = SharePixels(pixels);
        CHECK(token != 0);
        CHECK(TakeSharedPixels(token) == pixels);
        CHECK(!TakeSharedPixels(token));
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  CHECK(!TakeSharedPixels(0) && !TakeSharedPixels(-1));
}

}  // namespace
}  // namespace nlw

int main() {
  nlw::EveryFormatBecomesEveryOther();
  nlw::PlanesOutsideAreRefused();
  nlw::PixelsAreKeptAndPartsShareThem();
  nlw::RgbBecomesI420Once();
  nlw::MemoryIsUsedAgain();
  nlw::TheOnlyHolderMayTakeTheMemory();
  nlw::ThreadsShareThem();
  std::puts("pixels_test: ok");
  return 0;
}
