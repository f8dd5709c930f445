#include "native/env/throw_error.h"

#include "native/env/to_napi.h"

namespace nlw {

void ThrowFact(Environment& environment, const Value& fact) {
  napi_value value = ToNapi(environment, fact);
  throw value == nullptr ? Napi::Error::New(environment.env())
                         : Napi::Error(environment.env(), value);
}

}  // namespace nlw
