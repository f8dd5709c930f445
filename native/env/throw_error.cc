#include "native/env/throw_error.h"

#include "native/env/to_napi.h"

namespace nlw {

void ThrowFact(Environment& environment, const Value& fact) {
  throw Napi::Error(environment.env(), ToNapi(environment, fact));
}

}  // namespace nlw
