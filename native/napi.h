#ifndef NATIVE_NAPI_H_
#define NATIVE_NAPI_H_

// The only file that includes node-addon-api. NAPI_VERSION and
// NAPI_CPP_EXCEPTIONS are set by the build.
#include <napi.h>

#endif  // NATIVE_NAPI_H_
