#include "native/codecs/picture_size.h"

#include <algorithm>

#include "native/codecs/h264/sps.h"
#include "rtc_base/bitstream_reader.h"

namespace nlw {
namespace {

using Bytes = rtc::ArrayView<const uint8_t>;

bool TooLarge(int64_t width, int64_t height) {
  return width > kMaxPictureSide || height > kMaxPictureSide ||
         width * height > kMaxPictureArea;
}

// VP9 bitstream specification, 6.2.2: color_config().
void SkipVp9ColorConfig(webrtc::BitstreamReader& reader, int profile) {
  constexpr uint64_t kRgb = 7;
  if (profile >= 2)
    reader.ConsumeBits(1);
  const bool any_sampling = profile == 1 || profile == 3;
  if (reader.ReadBits(3) != kRgb)
    reader.ConsumeBits(any_sampling ? 4 : 1);
  else if (any_sampling)
    reader.ConsumeBits(1);
}

// The same, 6.2: uncompressed_header(), to the frame's size.
bool Vp9FrameIsTooLarge(Bytes frame) {
  constexpr int kSyncCode = 24;
  webrtc::BitstreamReader reader(frame);
  reader.ConsumeBits(2);
  const bool low = reader.ReadBit();
  const bool high = reader.ReadBit();
  const int profile = (high ? 2 : 0) + (low ? 1 : 0);
  if (profile == 3)
    reader.ConsumeBits(1);
  if (reader.ReadBit())  // show_existing_frame
    return false;
  const bool key = !reader.ReadBit();
  const bool shown = reader.ReadBit();
  const bool error_resilient = reader.ReadBit();
  if (key) {
    reader.ConsumeBits(kSyncCode);
    SkipVp9ColorConfig(reader, profile);
  } else {
    const bool intra_only = !shown && reader.ReadBit();
    if (!error_resilient)
      reader.ConsumeBits(2);
    if (intra_only) {
      reader.ConsumeBits(kSyncCode);
      if (profile > 0)
        SkipVp9ColorConfig(reader, profile);
      reader.ConsumeBits(8);
    } else {
      reader.ConsumeBits(8 + 3 * 4);
      for (int i = 0; i < 3; ++i) {
        if (reader.ReadBit())  // found_ref: the size is a reference's
          return false;
      }
    }
  }
  const auto width = static_cast<int64_t>(reader.ReadBits(16)) + 1;
  const auto height = static_cast<int64_t>(reader.ReadBits(16)) + 1;
  return reader.Ok() && TooLarge(width, height);
}

}  // namespace

// RFC 6386, 9.1.
bool Vp8IsTooLarge(Bytes frame) {
  constexpr size_t kKeyFrameHeader = 10;
  const bool key = !frame.empty() && (frame[0] & 1) == 0;
  if (!key || frame.size() < kKeyFrameHeader)
    return false;
  const auto side = [frame](size_t at) {
    return int64_t{frame[at]} | (int64_t{frame[at + 1]} & 0x3F) << 8;
  };
  return TooLarge(side(6), side(8));
}

// A superframe, Annex B, ends with an index of the frames in it.
bool Vp9IsTooLarge(Bytes frame) {
  if (frame.empty())
    return false;
  const uint8_t marker = frame[frame.size() - 1];
  const size_t count = (marker & 7u) + 1;
  const size_t bytes_of_size = ((marker >> 3) & 3u) + 1;
  const size_t index = 2 + count * bytes_of_size;
  if ((marker & 0xE0) != 0xC0 || frame.size() < index ||
      frame[frame.size() - index] != marker) {
    return Vp9FrameIsTooLarge(frame);
  }
  size_t at = 0;
  for (size_t i = 0; i < count && at < frame.size(); ++i) {
    size_t size = 0;
    for (size_t byte = 0; byte < bytes_of_size; ++byte) {
      size |= size_t{frame[frame.size() - index + 1 + i * bytes_of_size + byte]}
              << 8 * byte;
    }
    if (Vp9FrameIsTooLarge(frame.subview(at, size)))
      return true;
    at += size;
  }
  return false;
}

bool H264IsTooLarge(Bytes access_unit) {
  const auto all = FindH264Sps(access_unit);
  return std::any_of(all.begin(), all.end(), [](const auto& rbsp) {
    const auto sps = ParseH264Sps(rbsp);
    return sps && TooLarge(sps->coded_width, sps->coded_height);
  });
}

}  // namespace nlw
