#ifndef NATIVE_CODECS_H264_OPENH264_LOG_H_
#define NATIVE_CODECS_H264_OPENH264_LOG_H_

#include <wels/codec_api.h>

#include "rtc_base/logging.h"

namespace nlw {

// OpenH264 writes to stderr where nobody takes its log.
inline void LogOpenH264(void* /*context*/, int level, const char* message) {
  if (level == WELS_LOG_ERROR) {
    RTC_LOG(LS_INFO) << message;
  } else {
    RTC_LOG(LS_VERBOSE) << message;
  }
}

// `codec` is an ISVCEncoder or an ISVCDecoder with its names of the options.
template <typename Codec, typename Option>
void TakeLog(Codec& codec, Option callback_option, Option level_option) {
  WelsTraceCallback callback = LogOpenH264;
  int level = WELS_LOG_WARNING;
  codec.SetOption(callback_option, static_cast<void*>(&callback));
  codec.SetOption(level_option, &level);
}

}  // namespace nlw

#endif  // NATIVE_CODECS_H264_OPENH264_LOG_H_
