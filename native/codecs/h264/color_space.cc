#include "native/codecs/h264/color_space.h"

#include <vector>

#include "common_video/h264/h264_common.h"
#include "common_video/h264/sps_parser.h"
#include "rtc_base/bitstream_reader.h"

namespace nlw {
namespace {

constexpr int kExtendedAspectRatio = 255;

struct Parser : webrtc::SpsParser {
  // H.264 (08/2021), E.1.1: vui_parameters() up to the colour description.
  static std::optional<webrtc::ColorSpace> Parse(
      rtc::ArrayView<const uint8_t> rbsp) {
    webrtc::BitstreamReader reader(rbsp);
    const auto sps = ParseSpsUpToVui(reader);
    if (!sps || !sps->vui_params_present)
      return std::nullopt;
    if (reader.ReadBit() && reader.ReadBits(8) == kExtendedAspectRatio)
      reader.ConsumeBits(32);
    if (reader.ReadBit())  // overscan_info_present_flag
      reader.ConsumeBits(1);
    if (!reader.ReadBit())  // video_signal_type_present_flag
      return std::nullopt;
    reader.ConsumeBits(3);  // video_format
    webrtc::ColorSpace color_space;
    color_space.set_range_from_uint8(
        reader.ReadBit()
            ? static_cast<uint8_t>(webrtc::ColorSpace::RangeID::kFull)
            : static_cast<uint8_t>(webrtc::ColorSpace::RangeID::kLimited));
    if (reader.ReadBit()) {  // colour_description_present_flag
      color_space.set_primaries_from_uint8(
          static_cast<uint8_t>(reader.ReadBits(8)));
      color_space.set_transfer_from_uint8(
          static_cast<uint8_t>(reader.ReadBits(8)));
      color_space.set_matrix_from_uint8(
          static_cast<uint8_t>(reader.ReadBits(8)));
    }
    return reader.Ok() ? std::optional(color_space) : std::nullopt;
  }
};

}  // namespace

std::optional<webrtc::ColorSpace> H264ColorSpaceOf(
    rtc::ArrayView<const uint8_t> access_unit) {
  for (const webrtc::H264::NaluIndex& index :
       webrtc::H264::FindNaluIndices(access_unit.data(), access_unit.size())) {
    const uint8_t* nalu = access_unit.data() + index.payload_start_offset;
    if (index.payload_size <= webrtc::H264::kNaluTypeSize ||
        webrtc::H264::ParseNaluType(nalu[0]) != webrtc::H264::NaluType::kSps) {
      continue;
    }
    return Parser::Parse(webrtc::H264::ParseRbsp(
        nalu + webrtc::H264::kNaluTypeSize,
        index.payload_size - webrtc::H264::kNaluTypeSize));
  }
  return std::nullopt;
}

}  // namespace nlw
