#include "native/codecs/av1/av1_formats.h"

#include "api/video_codecs/av1_profile.h"
#include "media/base/media_constants.h"
#include "modules/video_coding/codecs/av1/av1_svc_config.h"

namespace nlw {
namespace {

webrtc::SdpVideoFormat Format(webrtc::AV1Profile profile) {
  return webrtc::SdpVideoFormat(
      cricket::kAv1CodecName,
      {{cricket::kAv1FmtpProfile,
        std::string(webrtc::AV1ProfileToString(profile))},
       {cricket::kAv1FmtpLevelIdx, "5"},
       {cricket::kAv1FmtpTier, "0"}});
}

}  // namespace

std::vector<webrtc::SdpVideoFormat> Av1EncoderFormats() {
  webrtc::SdpVideoFormat format = Format(webrtc::AV1Profile::kProfile0);
  format.scalability_modes =
      webrtc::LibaomAv1EncoderSupportedScalabilityModes();
  return {format};
}

std::vector<webrtc::SdpVideoFormat> Av1DecoderFormats() {
  return {Format(webrtc::AV1Profile::kProfile0),
          Format(webrtc::AV1Profile::kProfile1)};
}

}  // namespace nlw
