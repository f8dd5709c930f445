#include "native/media/test_pattern.h"

#include <algorithm>
#include <cstring>

namespace nlw {
namespace {

constexpr int kColumns = 12;
constexpr int kRows = 4;
constexpr int kCounterBits = 32;
constexpr int kChecksumBits = 16;
static_assert(kColumns * kRows == kCounterBits + kChecksumBits);

// Luma of the limited range, and where a cell is neither any more.
constexpr uint8_t kBlack = 16;
constexpr uint8_t kWhite = 235;
constexpr double kDarkest = 96;
constexpr double kBrightest = 160;

// How far the lower half moves per frame, of 256 steps of the whole width.
constexpr uint32_t kSpeed = 4;

// CRC-16/CCITT: black and white pictures, all of one bit, do not fit it.
uint16_t Checksum(uint32_t counter) {
  uint16_t sum = 0xffff;
  for (int bit = kCounterBits - 1; bit >= 0; --bit) {
    const bool carry = ((sum >> 15) ^ (counter >> bit)) & 1;
    sum = static_cast<uint16_t>((sum << 1) ^ (carry ? 0x1021 : 0));
  }
  return sum;
}

struct Area {
  int left;
  int top;
  int right;
  int bottom;
};

// Of the cells' half of a picture.
Area Cell(int index, int width, int height) {
  const int column = index % kColumns;
  const int row = index / kColumns;
  const int half = height / 2;
  return {column * width / kColumns, row * half / kRows,
          (column + 1) * width / kColumns, (row + 1) * half / kRows};
}

// Its middle: an encoder blurs edges.
Area Middle(const Area& area) {
  const int x = (area.right - area.left) / 4;
  const int y = (area.bottom - area.top) / 4;
  return {area.left + x, area.top + y, area.right - x, area.bottom - y};
}

double Mean(const webrtc::I420BufferInterface& buffer, const Area& area) {
  int64_t sum = 0;
  for (int y = area.top; y < area.bottom; ++y) {
    const uint8_t* const row = buffer.DataY() + y * buffer.StrideY();
    for (int x = area.left; x < area.right; ++x) {
      sum += row[x];
    }
  }
  return static_cast<double>(sum) /
         ((area.right - area.left) * (area.bottom - area.top));
}

void FillChroma(uint32_t counter, webrtc::I420Buffer& buffer) {
  const int height = buffer.ChromaHeight();
  const int plain = height / 2;
  std::memset(buffer.MutableDataU(), 128, buffer.StrideU() * plain);
  std::memset(buffer.MutableDataV(), 128, buffer.StrideV() * plain);
  // The moving half changes its colour too.
  const auto shade = static_cast<uint8_t>(64 + counter % 128);
  std::memset(buffer.MutableDataU() + buffer.StrideU() * plain, shade,
              buffer.StrideU() * (height - plain));
  std::memset(buffer.MutableDataV() + buffer.StrideV() * plain, 255 - shade,
              buffer.StrideV() * (height - plain));
}

}  // namespace

void DrawTestPattern(uint32_t counter, webrtc::I420Buffer& buffer) {
  const int width = buffer.width();
  const int height = buffer.height();
  const uint64_t bits =
      static_cast<uint64_t>(counter) << kChecksumBits | Checksum(counter);
  for (int index = 0; index < kColumns * kRows; ++index) {
    const Area cell = Cell(index, width, height);
    const bool set = bits >> (kColumns * kRows - 1 - index) & 1;
    for (int y = cell.top; y < cell.bottom; ++y) {
      std::memset(buffer.MutableDataY() + y * buffer.StrideY() + cell.left,
                  set ? kWhite : kBlack, cell.right - cell.left);
    }
  }
  uint8_t* const wave = buffer.MutableDataY() + height / 2 * buffer.StrideY();
  for (int x = 0; x < width; ++x) {
    const uint32_t step = (x * 256 / width + counter * kSpeed) % 256;
    // Up and down: no edge.
    const uint32_t slope = step < 128 ? step : 255 - step;
    wave[x] = static_cast<uint8_t>(64 + slope);
  }
  for (int y = height / 2 + 1; y < height; ++y) {
    std::memcpy(buffer.MutableDataY() + y * buffer.StrideY(), wave, width);
  }
  FillChroma(counter, buffer);
}

std::optional<uint32_t> ReadTestPattern(
    const webrtc::I420BufferInterface& buffer) {
  uint64_t bits = 0;
  for (int index = 0; index < kColumns * kRows; ++index) {
    const Area area = Middle(Cell(index, buffer.width(), buffer.height()));
    if (area.left >= area.right || area.top >= area.bottom) {
      return std::nullopt;
    }
    const double mean = Mean(buffer, area);
    if (mean > kDarkest && mean < kBrightest) {
      return std::nullopt;
    }
    bits = bits << 1 | (mean >= kBrightest ? 1 : 0);
  }
  const auto counter = static_cast<uint32_t>(bits >> kChecksumBits);
  if (static_cast<uint16_t>(bits) != Checksum(counter)) {
    return std::nullopt;
  }
  return counter;
}

double MeanLuma(const webrtc::I420BufferInterface& buffer) {
  constexpr int kSamplesPerSide = 64;
  const int columns = std::min(kSamplesPerSide, buffer.width());
  const int rows = std::min(kSamplesPerSide, buffer.height());
  int64_t sum = 0;
  for (int row = 0; row < rows; ++row) {
    const uint8_t* const line =
        buffer.DataY() + row * buffer.height() / rows * buffer.StrideY();
    for (int column = 0; column < columns; ++column) {
      sum += line[column * buffer.width() / columns];
    }
  }
  return static_cast<double>(sum) / (rows * columns);
}

}  // namespace nlw
