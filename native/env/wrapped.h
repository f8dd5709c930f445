#ifndef NATIVE_ENV_WRAPPED_H_
#define NATIVE_ENV_WRAPPED_H_

#include <memory>

#include "native/env/environment.h"

namespace nlw {

// In the constructor of a handle class: the object it was made for. JavaScript
// cannot reach these constructors with an external of its own making.
template <typename Object>
std::shared_ptr<Object> Wrapped(const Napi::CallbackInfo& info) {
  if (info.Length() != 1 || !info[0].IsExternal()) {
    throw Napi::TypeError::New(info.Env(), "Illegal constructor");
  }
  return std::static_pointer_cast<Object>(
      info[0].As<Napi::External<NativeRef>>().Data()->object);
}

}  // namespace nlw

#endif  // NATIVE_ENV_WRAPPED_H_
