#ifndef NATIVE_LINK_SRTP_MODULE_H_
#define NATIVE_LINK_SRTP_MODULE_H_

// What libsrtp's crypto kernel expects of a cipher or a hash, and its headers
// do not show. Debian's libsrtp2 takes these from NSS; the files of this folder
// named srtp_* give it OpenSSL's instead, and the linker never takes NSS's.

#include <srtp2/auth.h>
#include <srtp2/cipher.h>

extern "C" {

// libsrtp's srtp_debug_module_t.
struct SrtpDebugModule {
  int on;
  const char* name;
};

extern SrtpDebugModule srtp_mod_aes_icm;
extern SrtpDebugModule srtp_mod_aes_gcm;
extern SrtpDebugModule srtp_mod_hmac;

extern const srtp_cipher_type_t srtp_aes_icm_128;
extern const srtp_cipher_type_t srtp_aes_icm_192;
extern const srtp_cipher_type_t srtp_aes_icm_256;
extern const srtp_cipher_type_t srtp_aes_gcm_128;
extern const srtp_cipher_type_t srtp_aes_gcm_256;
extern const srtp_auth_type_t srtp_hmac;

// libsrtp's own vectors for its self-tests.
extern const srtp_cipher_test_case_t srtp_aes_icm_128_test_case_0;
extern const srtp_cipher_test_case_t srtp_aes_icm_192_test_case_0;
extern const srtp_cipher_test_case_t srtp_aes_icm_256_test_case_0;
extern const srtp_cipher_test_case_t srtp_aes_gcm_128_test_case_0;
extern const srtp_cipher_test_case_t srtp_aes_gcm_256_test_case_0;
extern const srtp_auth_test_case_t srtp_hmac_test_case_0;

}  // extern "C"

#endif  // NATIVE_LINK_SRTP_MODULE_H_
