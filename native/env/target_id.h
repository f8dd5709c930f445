#ifndef NATIVE_ENV_TARGET_ID_H_
#define NATIVE_ENV_TARGET_ID_H_

namespace nlw {

// A number for an object that events are addressed to; never given twice in a
// process. Any thread.
int NextTargetId();

}  // namespace nlw

#endif  // NATIVE_ENV_TARGET_ID_H_
