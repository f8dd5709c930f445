#ifndef NATIVE_ENGINE_SSL_INIT_H_
#define NATIVE_ENGINE_SSL_INIT_H_

namespace nlw {

// Before the first use of OpenSSL, from any thread; repeats do nothing.
// OpenSSL stays initialized and registers no exit handler: its threads may run
// until the process is gone.
void InitializeSslOnce();

}  // namespace nlw

#endif  // NATIVE_ENGINE_SSL_INIT_H_
