#ifndef NATIVE_CODECS_AUDIO_CODECS_H_
#define NATIVE_CODECS_AUDIO_CODECS_H_

#include "api/audio_codecs/audio_decoder_factory.h"
#include "api/audio_codecs/audio_encoder_factory.h"
#include "api/scoped_refptr.h"

namespace nlw {

// Chrome's list in Chrome's order: Opus, G.722, PCMU and PCMA are offered;
// multi-channel Opus, iLBC and L16 work when SDP names them. RED, comfort noise
// and telephone-event are added by libwebrtc. Any thread.
rtc::scoped_refptr<webrtc::AudioEncoderFactory> CreateAudioEncoders();
rtc::scoped_refptr<webrtc::AudioDecoderFactory> CreateAudioDecoders();

}  // namespace nlw

#endif  // NATIVE_CODECS_AUDIO_CODECS_H_
