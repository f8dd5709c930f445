#include "native/codecs/h264/sps.h"

#include "common_video/h264/h264_common.h"
#include "rtc_base/bitstream_reader.h"

namespace nlw {
namespace {

using webrtc::BitstreamReader;

constexpr int kSubsetSps = 15;
constexpr uint32_t kExtendedAspectRatio = 255;
constexpr uint32_t kMaxOffsets = 255;
constexpr uint32_t kMaxSchedules = 32;
// Of macroblocks: far above what any level has.
constexpr uint32_t kMaxMacroblocks = 1 << 16;

bool HasChromaFormat(uint32_t profile_idc) {
  switch (profile_idc) {
    case 44:
    case 83:
    case 86:
    case 100:
    case 110:
    case 118:
    case 122:
    case 128:
    case 134:
    case 135:
    case 138:
    case 139:
    case 244:
      return true;
    default:
      return false;
  }
}

// 7.3.2.1.1.1.
void SkipScalingLists(BitstreamReader& reader, int lists) {
  for (int i = 0; i < lists && reader.Ok(); ++i) {
    if (!reader.ReadBit())  // seq_scaling_list_present_flag
      continue;
    int last = 8;
    int next = 8;
    for (int j = 0; j < (i < 6 ? 16 : 64) && reader.Ok(); ++j) {
      if (next != 0)
        next = (last + reader.ReadSignedExponentialGolomb() + 256) & 255;
      last = next == 0 ? last : next;
    }
  }
}

void ReadChromaFormat(BitstreamReader& reader, H264Sps& sps) {
  const uint32_t chroma_format = reader.ReadExponentialGolomb();
  if (chroma_format == 3)
    reader.ConsumeBits(1);  // separate_colour_plane_flag
  const uint32_t luma_depth = reader.ReadExponentialGolomb();
  const uint32_t chroma_depth = reader.ReadExponentialGolomb();
  const bool transform_bypass = reader.ReadBit();
  const bool scaling_matrix = reader.ReadBit();
  if (scaling_matrix)
    SkipScalingLists(reader, chroma_format == 3 ? 12 : 8);
  sps.plain = chroma_format == 1 && luma_depth == 0 && chroma_depth == 0 &&
              !transform_bypass && !scaling_matrix;
}

// E.1.2.
void SkipHrd(BitstreamReader& reader) {
  const uint32_t schedules = reader.ReadExponentialGolomb() + 1;
  if (schedules > kMaxSchedules) {
    reader.Invalidate();
    return;
  }
  reader.ConsumeBits(8);
  for (uint32_t i = 0; i < schedules && reader.Ok(); ++i) {
    reader.ReadExponentialGolomb();
    reader.ReadExponentialGolomb();
    reader.ConsumeBits(1);
  }
  reader.ConsumeBits(20);
}

webrtc::ColorSpace ReadColorSpace(BitstreamReader& reader) {
  using Range = webrtc::ColorSpace::RangeID;
  webrtc::ColorSpace color_space;
  reader.ConsumeBits(3);  // video_format
  color_space.set_range_from_uint8(
      static_cast<uint8_t>(reader.ReadBit() ? Range::kFull : Range::kLimited));
  if (reader.ReadBit()) {  // colour_description_present_flag
    color_space.set_primaries_from_uint8(reader.Read<uint8_t>());
    color_space.set_transfer_from_uint8(reader.Read<uint8_t>());
    color_space.set_matrix_from_uint8(reader.Read<uint8_t>());
  }
  return color_space;
}

// E.1.1.
void ReadVui(BitstreamReader& reader, H264Sps& sps) {
  if (reader.ReadBit() && reader.ReadBits(8) == kExtendedAspectRatio)
    reader.ConsumeBits(32);
  if (reader.ReadBit())  // overscan_info_present_flag
    reader.ConsumeBits(1);
  if (reader.ReadBit())  // video_signal_type_present_flag
    sps.color_space = ReadColorSpace(reader);
  if (reader.ReadBit()) {  // chroma_loc_info_present_flag
    reader.ReadExponentialGolomb();
    reader.ReadExponentialGolomb();
  }
  if (reader.ReadBit())  // timing_info_present_flag
    reader.ConsumeBits(65);
  const bool nal_hrd = reader.ReadBit();
  if (nal_hrd)
    SkipHrd(reader);
  const bool vcl_hrd = reader.ReadBit();
  if (vcl_hrd)
    SkipHrd(reader);
  if (nal_hrd || vcl_hrd)
    reader.ConsumeBits(1);  // low_delay_hrd_flag
  reader.ConsumeBits(1);    // pic_struct_present_flag
  if (reader.ReadBit()) {   // bitstream_restriction_flag
    reader.ConsumeBits(1);
    for (int i = 0; i < 4; ++i)
      reader.ReadExponentialGolomb();
    sps.max_reordered_frames = reader.ReadExponentialGolomb();
  }
}

void SkipPictureOrder(BitstreamReader& reader) {
  switch (reader.ReadExponentialGolomb()) {  // pic_order_cnt_type
    case 0:
      reader.ReadExponentialGolomb();
      break;
    case 1: {
      reader.ConsumeBits(1);
      reader.ReadSignedExponentialGolomb();
      reader.ReadSignedExponentialGolomb();
      const uint32_t offsets = reader.ReadExponentialGolomb();
      if (offsets > kMaxOffsets)
        reader.Invalidate();
      for (uint32_t i = 0; i < offsets && reader.Ok(); ++i)
        reader.ReadSignedExponentialGolomb();
      break;
    }
    default:
      break;
  }
}

}  // namespace

std::optional<H264Sps> ParseH264Sps(rtc::ArrayView<const uint8_t> rbsp) {
  BitstreamReader reader(rbsp);
  H264Sps sps;
  sps.profile_idc = static_cast<uint32_t>(reader.ReadBits(8));
  reader.ConsumeBits(16);  // constraint_set flags, level_idc
  sps.id = reader.ReadExponentialGolomb();
  if (HasChromaFormat(sps.profile_idc))
    ReadChromaFormat(reader, sps);
  sps.common_at =
      static_cast<int>(rbsp.size()) * 8 - reader.RemainingBitCount();
  reader.ReadExponentialGolomb();  // log2_max_frame_num_minus4
  SkipPictureOrder(reader);
  reader.ReadExponentialGolomb();  // max_num_ref_frames
  reader.ConsumeBits(1);           // gaps_in_frame_num_value_allowed_flag
  const uint32_t width = reader.ReadExponentialGolomb();
  const uint32_t height = reader.ReadExponentialGolomb();
  const bool frames_only = reader.ReadBit();
  if (!reader.Ok() || width >= kMaxMacroblocks || height >= kMaxMacroblocks)
    return std::nullopt;
  sps.coded_width = 16 * (int64_t{width} + 1);
  sps.coded_height = 16 * (int64_t{height} + 1) * (frames_only ? 1 : 2);
  if (!frames_only)
    reader.ConsumeBits(1);  // mb_adaptive_frame_field_flag
  reader.ConsumeBits(1);    // direct_8x8_inference_flag
  if (reader.ReadBit()) {   // frame_cropping_flag
    for (int i = 0; i < 4; ++i)
      reader.ReadExponentialGolomb();
  }
  if (reader.ReadBit())  // vui_parameters_present_flag
    ReadVui(reader, sps);
  return reader.Ok() ? std::optional(sps) : std::nullopt;
}

std::vector<std::vector<uint8_t>> FindH264Sps(
    rtc::ArrayView<const uint8_t> access_unit) {
  using webrtc::H264::kNaluTypeSize;
  std::vector<std::vector<uint8_t>> found;
  for (const webrtc::H264::NaluIndex& nalu :
       webrtc::H264::FindNaluIndices(access_unit.data(), access_unit.size())) {
    const uint8_t* bytes = access_unit.data() + nalu.payload_start_offset;
    if (nalu.payload_size <= kNaluTypeSize)
      continue;
    const int type = webrtc::H264::ParseNaluType(bytes[0]);
    if (type == webrtc::H264::kSps || type == kSubsetSps) {
      found.push_back(webrtc::H264::ParseRbsp(
          bytes + kNaluTypeSize, nalu.payload_size - kNaluTypeSize));
    }
  }
  return found;
}

}  // namespace nlw
