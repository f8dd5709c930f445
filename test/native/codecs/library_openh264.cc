#include <wels/codec_api.h>

#include <limits>

#include "native/codecs/h264/openh264_parameters.h"
#include "test/native/check.h"
#include "test/native/codecs/library_codec.h"

namespace nlw {
namespace {

class OpenH264Loop final : public LibraryEncoder {
 public:
  OpenH264Loop(const webrtc::VideoCodec& codec, webrtc::H264Profile profile)
      : frame_rate_(static_cast<int>(codec.maxFramerate)) {
    CHECK(WelsCreateSVCEncoder(&encoder_) == 0);
    int quiet = WELS_LOG_QUIET;
    encoder_->SetOption(ENCODER_OPTION_TRACE_LEVEL, &quiet);
    SEncParamExt parameters = OpenH264Parameters(
        *encoder_, codec,
        {profile, webrtc::H264PacketizationMode::NonInterleaved, 1, 1200});
    CHECK(encoder_->InitializeExt(&parameters) == 0);
  }
  ~OpenH264Loop() override {
    encoder_->Uninitialize();
    WelsDestroySVCEncoder(encoder_);
  }

  rtc::ArrayView<const uint8_t> Encode(const Planes& picture,
                                       bool key) override {
    if (key)
      encoder_->ForceIntraFrame(true);
    SSourcePicture source = {};
    source.iColorFormat = videoFormatI420;
    source.iPicWidth = picture.width;
    source.iPicHeight = picture.height;
    source.uiTimeStamp = count_++ * 1000 / frame_rate_;
    for (int plane = 0; plane < 3; ++plane) {
      source.pData[plane] = const_cast<uint8_t*>(picture.data[plane]);
      source.iStride[plane] = picture.stride[plane];
    }
    SFrameBSInfo info = {};
    CHECK(encoder_->EncodeFrame(&source, &info) == 0);
    // Its layers lie one behind the other.
    CHECK(info.iLayerNum > 0 && info.iFrameSizeInBytes > 0);
    return {info.sLayerInfo[0].pBsBuf,
            static_cast<size_t>(info.iFrameSizeInBytes)};
  }

 private:
  const int frame_rate_;
  ISVCEncoder* encoder_ = nullptr;
  int64_t count_ = 0;
};

class OpenH264DecoderLoop final : public LibraryDecoder {
 public:
  OpenH264DecoderLoop() {
    CHECK(WelsCreateDecoder(&decoder_) == 0);
    int quiet = WELS_LOG_QUIET;
    decoder_->SetOption(DECODER_OPTION_TRACE_LEVEL, &quiet);
    SDecodingParam parameters = {};
    parameters.uiTargetDqLayer = std::numeric_limits<uint8_t>::max();
    parameters.eEcActiveIdc = ERROR_CON_DISABLE;
    parameters.sVideoProperty.size = sizeof(parameters.sVideoProperty);
    parameters.sVideoProperty.eVideoBsType = VIDEO_BITSTREAM_AVC;
    CHECK(decoder_->Initialize(&parameters) == 0);
  }
  ~OpenH264DecoderLoop() override {
    decoder_->Uninitialize();
    WelsDestroyDecoder(decoder_);
  }

  Planes Decode(rtc::ArrayView<const uint8_t> frame) override {
    uint8_t* planes[3] = {};
    SBufferInfo info = {};
    CHECK(decoder_->DecodeFrameNoDelay(frame.data(),
                                       static_cast<int>(frame.size()), planes,
                                       &info) == dsErrorFree);
    CHECK(info.iBufferStatus == 1);
    const SSysMEMBuffer& memory = info.UsrData.sSystemBuffer;
    return {memory.iWidth,
            memory.iHeight,
            {planes[0], planes[1], planes[2]},
            {memory.iStride[0], memory.iStride[1], memory.iStride[1]}};
  }

 private:
  ISVCDecoder* decoder_ = nullptr;
};

}  // namespace

std::unique_ptr<LibraryEncoder> CreateOpenH264Loop(
    const webrtc::VideoCodec& codec,
    webrtc::H264Profile profile) {
  return std::make_unique<OpenH264Loop>(codec, profile);
}

std::unique_ptr<LibraryDecoder> CreateOpenH264DecoderLoop() {
  return std::make_unique<OpenH264DecoderLoop>();
}

}  // namespace nlw
