// What OpenH264's wrappers add: profiles, packets, layers, cropping, colours.
#include "native/codecs/h264/sps.h"

#include <wels/codec_api.h>

#include <cstdio>

#include "common_video/h264/h264_common.h"
#include "native/codecs/h264/h264_formats.h"
#include "native/codecs/h264/low_delay.h"
#include "native/codecs/h264/openh264_output.h"
#include "native/media/test_pattern.h"
#include "test/native/codec_run.h"

namespace nlw {
namespace {

rtc::scoped_refptr<webrtc::I420Buffer> Picture(int width,
                                               int height,
                                               uint32_t counter) {
  auto buffer = webrtc::I420Buffer::Create(width, height);
  DrawTestPattern(counter, *buffer);
  return buffer;
}

webrtc::SdpVideoFormat Format(const char* profile, const char* mode) {
  return webrtc::SdpVideoFormat(
      "H264", {{"profile-level-id", profile}, {"packetization-mode", mode}});
}

rtc::ArrayView<const uint8_t> Bytes(const webrtc::EncodedImage& image) {
  return {image.data(), image.size()};
}

size_t LongestNalUnit(const webrtc::EncodedImage& image) {
  size_t longest = 0;
  for (const auto& unit :
       webrtc::H264::FindNaluIndices(image.data(), image.size())) {
    longest = std::max(longest, unit.payload_size);
  }
  return longest;
}

void EachFormatIsWhatItSays() {
  const struct {
    const char* profile;
    uint32_t profile_idc;
  } kCases[] = {
      {"42001f", 66}, {"42e01f", 66}, {"4d001f", 77}, {"64001f", 100}};
  for (const auto& item : kCases) {
    for (const char* mode : {"0", "1"}) {
      const auto format = Format(item.profile, mode);
      CHECK(format.IsCodecInList(H264EncoderFormats()));
      CHECK(format.IsCodecInList(H264DecoderFormats()));
      constexpr size_t kPayload = 900;
      RunOptions options;
      options.kilobits = 2000;
      EncoderRun encoder(format, options, kPayload);
      DecoderRun decoder(format);
      for (uint32_t i = 0; i < 20; ++i) {
        const auto made = encoder.Encode(Picture(320, 240, i), i % 10 == 0);
        CHECK(made.size() == 1);
        const auto& [image, specific] = made[0];
        const bool key =
            image._frameType == webrtc::VideoFrameType::kVideoFrameKey;
        CHECK(key == (i % 10 == 0));
        CHECK(image.qp_ > 0);
        const auto sets = FindH264Sps(Bytes(image));
        CHECK(sets.size() == (key ? 1u : 0u));
        if (key)
          CHECK(ParseH264Sps(sets[0])->profile_idc == item.profile_idc);
        const bool single = *mode == '0';
        CHECK(!single || LongestNalUnit(image) <= kPayload);
        CHECK(specific.codecSpecific.H264.packetization_mode ==
              (single ? webrtc::H264PacketizationMode::SingleNalUnit
                      : webrtc::H264PacketizationMode::NonInterleaved));
        // At once, in every profile.
        const auto shown = decoder.Decode(image);
        CHECK(shown);
        CHECK(ReadTestPattern(*shown->video_frame_buffer()->ToI420()) == i);
      }
    }
  }
}

void SizesThatAreNoMacroblocksAreCropped() {
  for (const auto& [width, height] :
       {std::pair(322, 242), std::pair(340, 180), std::pair(32, 18)}) {
    RunOptions options;
    options.width = width;
    options.height = height;
    const auto format = Format("42e01f", "1");
    EncoderRun encoder(format, options);
    DecoderRun decoder(format);
    const auto made = encoder.Encode(Picture(width, height, 1), true);
    CHECK(made.size() == 1);
    const auto sps = ParseH264Sps(FindH264Sps(Bytes(made[0].image))[0]);
    CHECK(sps->coded_width == (width + 15) / 16 * 16);
    CHECK(sps->coded_height == (height + 15) / 16 * 16);
    const auto shown = decoder.Decode(made[0].image);
    CHECK(shown && shown->width() == width && shown->height() == height);
  }
}

void TemporalLayersAreTold() {
  RunOptions options;
  options.mode = webrtc::ScalabilityMode::kL1T3;
  EncoderRun encoder(Format("42e01f", "1"), options);
  const auto info = encoder.encoder().GetEncoderInfo();
  CHECK(info.fps_allocation[0].size() == 3);
  CHECK(info.implementation_name == "OpenH264");
  CHECK(!info.is_hardware_accelerated);
  constexpr int kPattern[] = {0, 2, 1, 2};
  for (uint32_t i = 0; i < 24; ++i) {
    const auto made = encoder.Encode(Picture(320, 240, i), i == 0);
    CHECK(made.size() == 1);
    const auto& specific = made[0].specific;
    CHECK(made[0].image.TemporalIndex() == kPattern[i % 4]);
    CHECK(specific.codecSpecific.H264.temporal_idx == kPattern[i % 4]);
    CHECK(specific.generic_frame_info->temporal_id == kPattern[i % 4]);
    CHECK(specific.template_structure.has_value() == (i == 0));
  }
}

// A stream whose VUI has colours, of OpenH264 itself.
void ColoursOfTheVuiAreTold() {
  ISVCEncoder* encoder = nullptr;
  CHECK(WelsCreateSVCEncoder(&encoder) == 0);
  SEncParamExt parameters;
  encoder->GetDefaultParams(&parameters);
  parameters.iPicWidth = 320;
  parameters.iPicHeight = 240;
  parameters.iTargetBitrate = 500'000;
  parameters.fMaxFrameRate = 30;
  parameters.iSpatialLayerNum = 1;
  SSpatialLayerConfig& layer = parameters.sSpatialLayers[0];
  layer.iVideoWidth = 320;
  layer.iVideoHeight = 240;
  layer.fFrameRate = 30;
  layer.iSpatialBitrate = 500'000;
  layer.bVideoSignalTypePresent = true;
  layer.uiVideoFormat = VF_UNDEF;
  layer.bFullRange = true;
  layer.bColorDescriptionPresent = true;
  layer.uiColorPrimaries = CP_BT709;
  layer.uiTransferCharacteristics = TRC_IEC61966_2_1;
  layer.uiColorMatrix = CM_BT709;
  CHECK(encoder->InitializeExt(&parameters) == 0);
  const auto picture = Picture(320, 240, 7);
  SSourcePicture source = {};
  source.iColorFormat = videoFormatI420;
  source.iPicWidth = 320;
  source.iPicHeight = 240;
  source.iStride[0] = picture->StrideY();
  source.iStride[1] = picture->StrideU();
  source.iStride[2] = picture->StrideV();
  source.pData[0] = picture->MutableDataY();
  source.pData[1] = picture->MutableDataU();
  source.pData[2] = picture->MutableDataV();
  SFrameBSInfo info = {};
  CHECK(encoder->EncodeFrame(&source, &info) == 0);
  const auto unit = BytesOf(info);
  encoder->Uninitialize();
  WelsDestroySVCEncoder(encoder);

  webrtc::EncodedImage image;
  image._frameType = webrtc::VideoFrameType::kVideoFrameKey;
  image.SetEncodedData(unit);
  DecoderRun decoder(Format("42e01f", "1"));
  const auto shown = decoder.Decode(image);
  CHECK(shown && shown->color_space());
  using Space = webrtc::ColorSpace;
  CHECK(shown->color_space()->primaries() == Space::PrimaryID::kBT709);
  CHECK(shown->color_space()->transfer() == Space::TransferID::kIEC61966_2_1);
  CHECK(shown->color_space()->matrix() == Space::MatrixID::kBT709);
  CHECK(shown->color_space()->range() == Space::RangeID::kFull);
}

// High, which has more members in front, becomes baseline; what is baseline, or
// no SPS, is left alone.
void OnlyOtherProfilesAreChanged() {
  RunOptions options;
  EncoderRun high(Format("64001f", "1"), options);
  const auto made = high.Encode(Picture(320, 240, 1), true);
  const std::vector<uint8_t> changed = WithoutReordering(Bytes(made[0].image));
  const auto before = ParseH264Sps(FindH264Sps(Bytes(made[0].image))[0]);
  const auto after = ParseH264Sps(FindH264Sps(changed)[0]);
  CHECK(before->profile_idc == 100 && after->profile_idc == 66);
  CHECK(before->coded_width == after->coded_width);
  CHECK(before->coded_height == after->coded_height);
  CHECK(WithoutReordering(changed).empty());
  CHECK(WithoutReordering({}).empty());
  CHECK(!ParseH264Sps({}));
}

}  // namespace
}  // namespace nlw

int main() {
  nlw::EachFormatIsWhatItSays();
  nlw::SizesThatAreNoMacroblocksAreCropped();
  nlw::TemporalLayersAreTold();
  nlw::ColoursOfTheVuiAreTold();
  nlw::OnlyOtherProfilesAreChanged();
  std::puts("h264_test: ok");
  return 0;
}
