#ifndef NATIVE_ENV_TO_NAPI_H_
#define NATIVE_ENV_TO_NAPI_H_

#include "native/env/environment.h"
#include "native/env/value.h"

namespace nlw {

// Bytes become an ArrayBuffer of their own (a copy: Electron allows no other),
// objects plain objects, absent values null. Returns null, and throws nothing,
// when JavaScript cannot run any more: a Worker may be terminated at any time;
// and when a LateFact is gone.
napi_value ToNapi(Environment& environment, const Value& value);

// For a method to return; undefined when JavaScript cannot run any more.
Napi::Value Returned(Environment& environment, const Value& value);

}  // namespace nlw

#endif  // NATIVE_ENV_TO_NAPI_H_
