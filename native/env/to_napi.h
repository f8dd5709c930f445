#ifndef NATIVE_ENV_TO_NAPI_H_
#define NATIVE_ENV_TO_NAPI_H_

#include "native/env/environment.h"
#include "native/env/value.h"

namespace nlw {

// Bytes become an ArrayBuffer of their own (a copy: Electron allows no other),
// objects plain objects, absent values null.
Napi::Value ToNapi(Environment& environment, const Value& value);

}  // namespace nlw

#endif  // NATIVE_ENV_TO_NAPI_H_
