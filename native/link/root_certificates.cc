#include "native/link/root_certificates.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <memory>
#include <mutex>
#include <utility>

namespace nlw {
namespace {

struct Free {
  void operator()(BIO* bio) const { BIO_free(bio); }
  void operator()(X509* certificate) const { X509_free(certificate); }
  void operator()(X509_STORE* store) const { X509_STORE_free(store); }
};

using Store = std::unique_ptr<X509_STORE, Free>;

Store Parse(const std::vector<std::string>& pem) {
  Store store(X509_STORE_new());
  for (const std::string& text : pem) {
    std::unique_ptr<BIO, Free> bio(
        BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
    while (bio) {
      std::unique_ptr<X509, Free> certificate(
          PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
      if (certificate) {
        X509_STORE_add_cert(store.get(), certificate.get());
      } else if (ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE) {
        break;
      }
    }
  }
  // The end of each text is an error to OpenSSL.
  ERR_clear_error();
  return store;
}

class Roots {
 public:
  void Set(std::vector<std::string> pem) {
    std::lock_guard lock(mutex_);
    pem_ = std::move(pem);
    store_.reset();
  }

  // Parses at the first use: about 150 roots take milliseconds.
  bool Load(SSL_CTX* context) {
    std::lock_guard lock(mutex_);
    if (pem_.empty()) {
      return false;
    }
    if (!store_) {
      store_ = Parse(pem_);
    }
    SSL_CTX_set1_cert_store(context, store_.get());
    return true;
  }

 private:
  std::mutex mutex_;
  std::vector<std::string> pem_;
  Store store_;
};

// Process singleton, never destructed.
Roots& Singleton() {
  static Roots* const roots = new Roots;
  return *roots;
}

}  // namespace

void SetRootCertificates(std::vector<std::string> pem) {
  Singleton().Set(std::move(pem));
}

}  // namespace nlw

// The linker's --wrap sends calls of
// rtc::openssl::LoadBuiltinSSLRootCertificates(SSL_CTX*) here: OpenSSLAdapter
// makes them for each TLS connection, on the network thread, and gives the
// connection up when the result is false.
extern "C" bool
__wrap__ZN3rtc7openssl30LoadBuiltinSSLRootCertificatesEP10ssl_ctx_st(
    SSL_CTX* context) {
  return nlw::Singleton().Load(context);
}
