#include "native/codecs/h264/low_delay.h"

#include "common_video/h264/h264_common.h"
#include "native/codecs/h264/sps.h"
#include "rtc_base/bit_buffer.h"
#include "rtc_base/bitstream_reader.h"
#include "rtc_base/buffer.h"

namespace nlw {
namespace {

constexpr uint8_t kBaseline = 66;

// The same without what baseline has not; empty where it needs that.
std::vector<uint8_t> MakeBaseline(rtc::ArrayView<const uint8_t> rbsp) {
  const auto sps = ParseH264Sps(rbsp);
  if (!sps || !sps->plain || sps->profile_idc == kBaseline ||
      sps->max_reordered_frames.value_or(0) > 0) {
    return {};
  }
  std::vector<uint8_t> made(rbsp.size() + 1);
  rtc::BitBufferWriter writer(made.data(), made.size());
  writer.WriteUInt8(kBaseline);
  writer.WriteUInt8(rbsp[1]);
  writer.WriteUInt8(rbsp[2]);
  writer.WriteExponentialGolomb(sps->id);
  webrtc::BitstreamReader rest(rbsp);
  rest.ConsumeBits(sps->common_at);
  while (rest.RemainingBitCount() > 0)
    writer.WriteBits(rest.ReadBit(), 1);
  // An RBSP ends with the byte of its stop bit.
  while (!made.empty() && made.back() == 0)
    made.pop_back();
  return made;
}

}  // namespace

std::vector<uint8_t> WithoutReordering(
    rtc::ArrayView<const uint8_t> access_unit) {
  using webrtc::H264::kNaluTypeSize;
  std::vector<uint8_t> changed;
  size_t copied = 0;
  const auto copy_until = [&](size_t end) {
    changed.insert(changed.end(), access_unit.begin() + copied,
                   access_unit.begin() + end);
    copied = end;
  };
  for (const webrtc::H264::NaluIndex& nalu :
       webrtc::H264::FindNaluIndices(access_unit.data(), access_unit.size())) {
    const size_t at = nalu.payload_start_offset + kNaluTypeSize;
    const size_t end = nalu.payload_start_offset + nalu.payload_size;
    if (at >= end || webrtc::H264::ParseNaluType(access_unit[at - 1]) !=
                         webrtc::H264::kSps) {
      continue;
    }
    const std::vector<uint8_t> made = MakeBaseline(
        webrtc::H264::ParseRbsp(access_unit.data() + at, end - at));
    if (made.empty())
      continue;
    rtc::Buffer escaped;
    webrtc::H264::WriteRbsp(made.data(), made.size(), &escaped);
    copy_until(at);
    changed.insert(changed.end(), escaped.begin(), escaped.end());
    copied = end;
  }
  if (copied > 0)
    copy_until(access_unit.size());
  return changed;
}

}  // namespace nlw
