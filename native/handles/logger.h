#ifndef NATIVE_HANDLES_LOGGER_H_
#define NATIVE_HANDLES_LOGGER_H_

#include "native/napi.h"

namespace nlw {

// addon.setLogger: what libwebrtc logs, from every environment of the process,
// as `log` events of target 0.
void SetLogger(const Napi::CallbackInfo& info);

}  // namespace nlw

#endif  // NATIVE_HANDLES_LOGGER_H_
