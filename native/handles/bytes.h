#ifndef NATIVE_HANDLES_BYTES_H_
#define NATIVE_HANDLES_BYTES_H_

#include "native/napi.h"

namespace nlw {

// addon.createBytes: an ArrayBuffer over memory of the pool for pixels. The
// pages of a new one cost twenty times as much as a copy of 1080p into it.
Napi::Value CreateBytes(const Napi::CallbackInfo& info);

}  // namespace nlw

#endif  // NATIVE_HANDLES_BYTES_H_
