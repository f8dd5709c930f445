// HMAC-SHA1 (RFC 3711 section 4.2.1) on OpenSSL.
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>
#include <memory>

#include "native/link/srtp_module.h"

namespace {

constexpr int kDigestLength = 20;

// Process singleton, never freed.
EVP_MAC* Algorithm() {
  static EVP_MAC* const algorithm = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
  return algorithm;
}

struct Hmac {
  ~Hmac() { EVP_MAC_CTX_free(context); }

  EVP_MAC_CTX* const context = EVP_MAC_CTX_new(Algorithm());
};

srtp_err_status_t Check(int result) {
  return result == 1 ? srtp_err_status_ok : srtp_err_status_auth_fail;
}

srtp_err_status_t Allocate(srtp_auth_t** auth, int key_length, int tag_length) {
  if (key_length > kDigestLength || tag_length > kDigestLength) {
    return srtp_err_status_bad_param;
  }
  auto hmac = std::make_unique<Hmac>();
  if (!hmac->context) {
    return srtp_err_status_alloc_fail;
  }
  *auth =
      new srtp_auth_t{&srtp_hmac, hmac.release(), tag_length, key_length, 0};
  return srtp_err_status_ok;
}

srtp_err_status_t Deallocate(srtp_auth_t* auth) {
  delete static_cast<Hmac*>(auth->state);
  delete auth;
  return srtp_err_status_ok;
}

srtp_err_status_t SetKey(void* state, const uint8_t* key, int length) {
  char digest[] = "SHA1";
  const OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
      OSSL_PARAM_construct_end(),
  };
  return Check(EVP_MAC_init(static_cast<Hmac*>(state)->context, key,
                            static_cast<size_t>(length), parameters));
}

// Begins a new message with the same key.
srtp_err_status_t Start(void* state) {
  return Check(
      EVP_MAC_init(static_cast<Hmac*>(state)->context, nullptr, 0, nullptr));
}

srtp_err_status_t Update(void* state, const uint8_t* bytes, int length) {
  return Check(EVP_MAC_update(static_cast<Hmac*>(state)->context, bytes,
                              static_cast<size_t>(length)));
}

srtp_err_status_t Compute(void* state,
                          const uint8_t* bytes,
                          int length,
                          int tag_length,
                          uint8_t* tag) {
  uint8_t digest[kDigestLength];
  size_t written = 0;
  if (tag_length > kDigestLength) {
    return srtp_err_status_bad_param;
  }
  if (Update(state, bytes, length) != srtp_err_status_ok ||
      EVP_MAC_final(static_cast<Hmac*>(state)->context, digest, &written,
                    sizeof(digest)) != 1) {
    return srtp_err_status_auth_fail;
  }
  std::copy_n(digest, tag_length, tag);
  return srtp_err_status_ok;
}

}  // namespace

SrtpDebugModule srtp_mod_hmac = {0, "hmac sha-1 openssl"};

constinit const srtp_auth_type_t srtp_hmac = {
    Allocate,
    Deallocate,
    SetKey,
    Compute,
    Update,
    Start,
    "HMAC-SHA1 on OpenSSL",
    &srtp_hmac_test_case_0,
    SRTP_HMAC_SHA1,
};
