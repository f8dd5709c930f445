#include "native/link/ssl_contexts.h"

#include <openssl/ssl.h>

namespace nlw {
namespace {

thread_local SpareSslContexts* current = nullptr;

}  // namespace
}  // namespace nlw

// The linker's --wrap sends libwebrtc's calls of these here.
extern "C" {

SSL_CTX* __real_SSL_CTX_new(const SSL_METHOD* method);
int __real_SSL_CTX_set_cipher_list(SSL_CTX* context, const char* ciphers);

SSL_CTX* __wrap_SSL_CTX_new(const SSL_METHOD* method) {
  nlw::SpareSslContexts* const spares = nlw::current;
  if (spares == nullptr || method != DTLS_method()) {
    return __real_SSL_CTX_new(method);
  }
  if (SSL_CTX* const spare = spares->Take()) {
    return spare;
  }
  SSL_CTX* const made = __real_SSL_CTX_new(method);
  spares->set_own(made);
  return made;
}

int __wrap_SSL_CTX_set_cipher_list(SSL_CTX* context, const char* ciphers) {
  nlw::SpareSslContexts* const spares = nlw::current;
  if (spares != nullptr && spares->HasCiphers(context, ciphers)) {
    return 1;
  }
  const int result = __real_SSL_CTX_set_cipher_list(context, ciphers);
  if (spares != nullptr && result == 1) {
    spares->Learn(context, ciphers);
  }
  return result;
}

}  // extern "C"

namespace nlw {

SpareSslContexts::~SpareSslContexts() {
  for (SSL_CTX* context : contexts_) {
    SSL_CTX_free(context);
  }
}

void SpareSslContexts::ServeThisThread() {
  current = this;
}

bool SpareSslContexts::MakeOne(size_t most) {
  std::string ciphers;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    if (ciphers_.empty() || contexts_.size() >= most) {
      return false;
    }
    ciphers = ciphers_;
  }
  SSL_CTX* const context = __real_SSL_CTX_new(DTLS_method());
  if (context == nullptr ||
      __real_SSL_CTX_set_cipher_list(context, ciphers.c_str()) != 1) {
    SSL_CTX_free(context);
    return false;
  }
  std::lock_guard<std::mutex> lock(mutex_);
  contexts_.push_back(context);
  return true;
}

ssl_ctx_st* SpareSslContexts::Take() {
  std::lock_guard<std::mutex> lock(mutex_);
  if (contexts_.empty()) {
    return nullptr;
  }
  SSL_CTX* const context = contexts_.front();
  contexts_.pop_front();
  taken_ = context;
  return context;
}

bool SpareSslContexts::HasCiphers(const ssl_ctx_st* context,
                                  const char* ciphers) {
  if (context != taken_) {
    return false;
  }
  // Another one may get its address.
  taken_ = nullptr;
  std::lock_guard<std::mutex> lock(mutex_);
  return ciphers_ == ciphers;
}

void SpareSslContexts::Learn(const ssl_ctx_st* context, const char* ciphers) {
  if (context != own_) {
    return;
  }
  own_ = nullptr;
  std::lock_guard<std::mutex> lock(mutex_);
  ciphers_ = ciphers;
}

}  // namespace nlw
