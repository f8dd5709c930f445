// The machine's openssl.cnf (or OPENSSL_CONF) is written for another OpenSSL:
// it may name provider modules of that version or forbid what WebRTC needs, and
// then no random number can be had and libwebrtc aborts. The linker's --wrap
// sends every initialization here, which leaves that file, and exit handlers,
// aside.
#include <openssl/crypto.h>

int __real_OPENSSL_init_crypto(uint64_t options,
                               const OPENSSL_INIT_SETTINGS* settings);
int __wrap_OPENSSL_init_crypto(uint64_t options,
                               const OPENSSL_INIT_SETTINGS* settings);

int __wrap_OPENSSL_init_crypto(uint64_t options,
                               const OPENSSL_INIT_SETTINGS* settings) {
  options &= ~(uint64_t)OPENSSL_INIT_LOAD_CONFIG;
  options |= OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_NO_ATEXIT;
  return __real_OPENSSL_init_crypto(options, settings);
}
