#ifndef NATIVE_HANDLES_BYTES_H_
#define NATIVE_HANDLES_BYTES_H_

#include <cstddef>
#include <cstdint>
#include <memory>

#include "native/napi.h"

namespace nlw {

// An ArrayBuffer over memory of the pool for pixels, which goes back when that
// is collected. Null where too much of it is out, or it is not allowed.
napi_value Lend(Napi::Env env, std::shared_ptr<uint8_t> memory, size_t size);

// addon.createBytes: an ArrayBuffer over memory of the pool for pixels. The
// pages of a new one cost twenty times as much as a copy of 1080p into it.
Napi::Value CreateBytes(const Napi::CallbackInfo& info);

}  // namespace nlw

#endif  // NATIVE_HANDLES_BYTES_H_
