// AES in integer counter mode (RFC 3711 section 4.1.1) on OpenSSL.
#include <openssl/evp.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "native/link/srtp_module.h"

namespace {

constexpr int kBlockLength = 16;

struct Icm {
  explicit Icm(int key_length) : key_length(key_length) {}
  ~Icm() {
    EVP_CIPHER_CTX_free(context);
    OPENSSL_cleanse(offset, sizeof(offset));
  }

  EVP_CIPHER_CTX* const context = EVP_CIPHER_CTX_new();
  const int key_length;
  // The salt, with the 16 bits of the block counter zero.
  uint8_t offset[kBlockLength] = {};
};

const EVP_CIPHER* CipherFor(int key_length) {
  switch (key_length) {
    case SRTP_AES_128_KEY_LEN:
      return EVP_aes_128_ctr();
    case SRTP_AES_192_KEY_LEN:
      return EVP_aes_192_ctr();
    default:
      return EVP_aes_256_ctr();
  }
}

const srtp_cipher_type_t* TypeFor(int key_length_with_salt) {
  switch (key_length_with_salt) {
    case SRTP_AES_ICM_128_KEY_LEN_WSALT:
      return &srtp_aes_icm_128;
    case SRTP_AES_ICM_192_KEY_LEN_WSALT:
      return &srtp_aes_icm_192;
    case SRTP_AES_ICM_256_KEY_LEN_WSALT:
      return &srtp_aes_icm_256;
    default:
      return nullptr;
  }
}

srtp_err_status_t Allocate(srtp_cipher_t** cipher, int key_length, int) {
  const srtp_cipher_type_t* type = TypeFor(key_length);
  if (!type) {
    return srtp_err_status_bad_param;
  }
  auto icm = std::make_unique<Icm>(key_length - SRTP_SALT_LEN);
  if (!icm->context) {
    return srtp_err_status_alloc_fail;
  }
  *cipher = new srtp_cipher_t{type, icm.release(), key_length,
                              static_cast<int>(type->id)};
  return srtp_err_status_ok;
}

srtp_err_status_t Deallocate(srtp_cipher_t* cipher) {
  delete static_cast<Icm*>(cipher->state);
  delete cipher;
  return srtp_err_status_ok;
}

srtp_err_status_t SetKey(void* state, const uint8_t* key) {
  auto* icm = static_cast<Icm*>(state);
  std::memcpy(icm->offset, key + icm->key_length, SRTP_SALT_LEN);
  return EVP_EncryptInit_ex(icm->context, CipherFor(icm->key_length), nullptr,
                            key, nullptr) == 1
             ? srtp_err_status_ok
             : srtp_err_status_init_fail;
}

srtp_err_status_t SetIv(void* state, uint8_t* iv, srtp_cipher_direction_t) {
  auto* icm = static_cast<Icm*>(state);
  uint8_t counter[kBlockLength];
  std::transform(iv, iv + kBlockLength, icm->offset, counter,
                 [](uint8_t a, uint8_t b) { return a ^ b; });
  return EVP_EncryptInit_ex(icm->context, nullptr, nullptr, nullptr, counter) ==
                 1
             ? srtp_err_status_ok
             : srtp_err_status_cipher_fail;
}

// In place; encryption and decryption are the same.
srtp_err_status_t Apply(void* state, uint8_t* bytes, unsigned int* length) {
  auto* icm = static_cast<Icm*>(state);
  int written = 0;
  if (EVP_EncryptUpdate(icm->context, bytes, &written, bytes,
                        static_cast<int>(*length)) != 1) {
    return srtp_err_status_cipher_fail;
  }
  *length = static_cast<unsigned int>(written);
  return srtp_err_status_ok;
}

constexpr srtp_cipher_type_t MakeType(const char* description,
                                      const srtp_cipher_test_case_t* test,
                                      srtp_cipher_type_id_t id) {
  return {Allocate, Deallocate, SetKey,      nullptr, Apply, Apply,
          SetIv,    nullptr,    description, test,    id};
}

}  // namespace

SrtpDebugModule srtp_mod_aes_icm = {0, "aes icm openssl"};

constinit const srtp_cipher_type_t srtp_aes_icm_128 =
    MakeType("AES-128 counter mode on OpenSSL",
             &srtp_aes_icm_128_test_case_0,
             SRTP_AES_ICM_128);
constinit const srtp_cipher_type_t srtp_aes_icm_192 =
    MakeType("AES-192 counter mode on OpenSSL",
             &srtp_aes_icm_192_test_case_0,
             SRTP_AES_ICM_192);
constinit const srtp_cipher_type_t srtp_aes_icm_256 =
    MakeType("AES-256 counter mode on OpenSSL",
             &srtp_aes_icm_256_test_case_0,
             SRTP_AES_ICM_256);
