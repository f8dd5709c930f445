#include "native/engine/ssl_init.h"

#include <openssl/crypto.h>

#include "rtc_base/ssl_adapter.h"

namespace nlw {

void InitializeSslOnce() {
  [[maybe_unused]] static const bool initialized = [] {
    // The first call decides about the exit handler.
    OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr);
    return rtc::InitializeSSL();
  }();
}

}  // namespace nlw
