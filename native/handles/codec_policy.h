#ifndef NATIVE_HANDLES_CODEC_POLICY_H_
#define NATIVE_HANDLES_CODEC_POLICY_H_

#include "native/napi.h"

namespace nlw {

// addon.setCodecPolicy
void SetCodecPolicy(const Napi::CallbackInfo& info);

}  // namespace nlw

#endif  // NATIVE_HANDLES_CODEC_POLICY_H_
