#ifndef NATIVE_ENV_THROW_ERROR_H_
#define NATIVE_ENV_THROW_ERROR_H_

#include "native/env/environment.h"
#include "native/env/value.h"

namespace nlw {

// Throws a fact (a NativeError) into JavaScript as it is.
[[noreturn]] void ThrowFact(Environment& environment, const Value& fact);

}  // namespace nlw

#endif  // NATIVE_ENV_THROW_ERROR_H_
