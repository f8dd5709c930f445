// AES-GCM (RFC 7714) on OpenSSL.
#include <openssl/evp.h>

#include <memory>

#include "native/link/srtp_module.h"

namespace {

constexpr int kTagLength = 16;
constexpr int kShortTagLength = 8;

struct Gcm {
  Gcm(int key_length, int tag_length)
      : key_length(key_length), tag_length(tag_length) {}
  ~Gcm() { EVP_CIPHER_CTX_free(context); }

  EVP_CIPHER_CTX* const context = EVP_CIPHER_CTX_new();
  const int key_length;
  const int tag_length;
};

srtp_err_status_t Check(int result, srtp_err_status_t failure) {
  return result == 1 ? srtp_err_status_ok : failure;
}

srtp_err_status_t Allocate(srtp_cipher_t** cipher,
                           int key_length,
                           int tag_length) {
  const srtp_cipher_type_t* type = nullptr;
  if (key_length == SRTP_AES_GCM_128_KEY_LEN_WSALT) {
    type = &srtp_aes_gcm_128;
  } else if (key_length == SRTP_AES_GCM_256_KEY_LEN_WSALT) {
    type = &srtp_aes_gcm_256;
  }
  if (!type || (tag_length != kTagLength && tag_length != kShortTagLength)) {
    return srtp_err_status_bad_param;
  }
  auto gcm = std::make_unique<Gcm>(key_length - SRTP_AEAD_SALT_LEN, tag_length);
  if (!gcm->context) {
    return srtp_err_status_alloc_fail;
  }
  *cipher = new srtp_cipher_t{type, gcm.release(), key_length,
                              static_cast<int>(type->id)};
  return srtp_err_status_ok;
}

srtp_err_status_t Deallocate(srtp_cipher_t* cipher) {
  delete static_cast<Gcm*>(cipher->state);
  delete cipher;
  return srtp_err_status_ok;
}

srtp_err_status_t SetKey(void* state, const uint8_t* key) {
  auto* gcm = static_cast<Gcm*>(state);
  const EVP_CIPHER* cipher = gcm->key_length == SRTP_AES_128_KEY_LEN
                                 ? EVP_aes_128_gcm()
                                 : EVP_aes_256_gcm();
  return Check(EVP_EncryptInit_ex(gcm->context, cipher, nullptr, key, nullptr),
               srtp_err_status_init_fail);
}

srtp_err_status_t SetIv(void* state,
                        uint8_t* iv,
                        srtp_cipher_direction_t direction) {
  if (direction == srtp_direction_any) {
    return srtp_err_status_bad_param;
  }
  auto* gcm = static_cast<Gcm*>(state);
  return Check(EVP_CipherInit_ex(gcm->context, nullptr, nullptr, nullptr, iv,
                                 direction == srtp_direction_encrypt),
               srtp_err_status_cipher_fail);
}

// May be called several times: the parts are authenticated as one.
srtp_err_status_t SetAad(void* state, const uint8_t* aad, uint32_t length) {
  auto* gcm = static_cast<Gcm*>(state);
  int written = 0;
  return Check(EVP_CipherUpdate(gcm->context, nullptr, &written, aad,
                                static_cast<int>(length)),
               srtp_err_status_cipher_fail);
}

// In place. `bytes` is null when only the additional data is authenticated.
bool Update(Gcm* gcm, uint8_t* bytes, int length) {
  int written = 0;
  return length == 0 ||
         (bytes &&
          EVP_CipherUpdate(gcm->context, bytes, &written, bytes, length) == 1);
}

srtp_err_status_t Encrypt(void* state, uint8_t* bytes, unsigned int* length) {
  auto* gcm = static_cast<Gcm*>(state);
  return Check(Update(gcm, bytes, static_cast<int>(*length)),
               srtp_err_status_cipher_fail);
}

srtp_err_status_t GetTag(void* state, uint8_t* tag, uint32_t* length) {
  auto* gcm = static_cast<Gcm*>(state);
  int written = 0;
  if (EVP_CipherFinal_ex(gcm->context, tag, &written) != 1 ||
      EVP_CIPHER_CTX_ctrl(gcm->context, EVP_CTRL_AEAD_GET_TAG, gcm->tag_length,
                          tag) != 1) {
    return srtp_err_status_cipher_fail;
  }
  *length = static_cast<uint32_t>(gcm->tag_length);
  return srtp_err_status_ok;
}

// `length` counts the tag at the end on entry, and not on return.
srtp_err_status_t Decrypt(void* state, uint8_t* bytes, unsigned int* length) {
  auto* gcm = static_cast<Gcm*>(state);
  const int text_length = static_cast<int>(*length) - gcm->tag_length;
  if (text_length < 0) {
    return srtp_err_status_bad_param;
  }
  if (EVP_CIPHER_CTX_ctrl(gcm->context, EVP_CTRL_AEAD_SET_TAG, gcm->tag_length,
                          bytes + text_length) != 1 ||
      !Update(gcm, bytes, text_length)) {
    return srtp_err_status_cipher_fail;
  }
  int written = 0;
  if (EVP_CipherFinal_ex(gcm->context, bytes + text_length, &written) != 1) {
    return srtp_err_status_auth_fail;
  }
  *length = static_cast<unsigned int>(text_length);
  return srtp_err_status_ok;
}

constexpr srtp_cipher_type_t MakeType(const char* description,
                                      const srtp_cipher_test_case_t* test,
                                      srtp_cipher_type_id_t id) {
  return {Allocate, Deallocate, SetKey,      SetAad, Encrypt, Decrypt,
          SetIv,    GetTag,     description, test,   id};
}

}  // namespace

SrtpDebugModule srtp_mod_aes_gcm = {0, "aes gcm openssl"};

constinit const srtp_cipher_type_t srtp_aes_gcm_128 =
    MakeType("AES-128 GCM on OpenSSL",
             &srtp_aes_gcm_128_test_case_0,
             SRTP_AES_GCM_128);
constinit const srtp_cipher_type_t srtp_aes_gcm_256 =
    MakeType("AES-256 GCM on OpenSSL",
             &srtp_aes_gcm_256_test_case_0,
             SRTP_AES_GCM_256);
