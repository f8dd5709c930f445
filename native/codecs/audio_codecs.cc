#include "native/codecs/audio_codecs.h"

#include <memory>
#include <vector>

#include "api/audio_codecs/L16/audio_decoder_L16.h"
#include "api/audio_codecs/L16/audio_encoder_L16.h"
#include "api/audio_codecs/audio_decoder_factory_template.h"
#include "api/audio_codecs/audio_encoder_factory_template.h"
#include "api/audio_codecs/g711/audio_decoder_g711.h"
#include "api/audio_codecs/g711/audio_encoder_g711.h"
#include "api/audio_codecs/g722/audio_decoder_g722.h"
#include "api/audio_codecs/g722/audio_encoder_g722.h"
#include "api/audio_codecs/ilbc/audio_decoder_ilbc.h"
#include "api/audio_codecs/ilbc/audio_encoder_ilbc.h"
#include "api/audio_codecs/opus/audio_decoder_multi_channel_opus.h"
#include "api/audio_codecs/opus/audio_decoder_opus.h"
#include "api/audio_codecs/opus/audio_encoder_multi_channel_opus.h"
#include "api/audio_codecs/opus/audio_encoder_opus.h"

namespace nlw {
namespace {

template <typename Codec>
struct UnofferedEncoder : Codec {
  static void AppendSupportedEncoders(
      std::vector<webrtc::AudioCodecSpec>* /*specs*/) {}
};

template <typename Codec>
struct UnofferedDecoder : Codec {
  static void AppendSupportedDecoders(
      std::vector<webrtc::AudioCodecSpec>* /*specs*/) {}
};

}  // namespace

rtc::scoped_refptr<webrtc::AudioEncoderFactory> CreateAudioEncoders() {
  return webrtc::CreateAudioEncoderFactory<
      webrtc::AudioEncoderOpus,
      UnofferedEncoder<webrtc::AudioEncoderMultiChannelOpus>,
      webrtc::AudioEncoderG722, webrtc::AudioEncoderG711,
      UnofferedEncoder<webrtc::AudioEncoderIlbc>,
      UnofferedEncoder<webrtc::AudioEncoderL16>>();
}

rtc::scoped_refptr<webrtc::AudioDecoderFactory> CreateAudioDecoders() {
  return webrtc::CreateAudioDecoderFactory<
      webrtc::AudioDecoderOpus,
      UnofferedDecoder<webrtc::AudioDecoderMultiChannelOpus>,
      webrtc::AudioDecoderG722, webrtc::AudioDecoderG711,
      UnofferedDecoder<webrtc::AudioDecoderIlbc>,
      UnofferedDecoder<webrtc::AudioDecoderL16>>();
}

}  // namespace nlw
