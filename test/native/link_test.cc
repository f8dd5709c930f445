// What native/link promises: crypto for SRTP, the unwinder, exits, the C
// library's variables, trusted roots.
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <srtp2/srtp.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <string>
#include <thread>

#include "api/task_queue/task_queue_base.h"
#include "native/link/root_certificates.h"
#include "native/link/srtp_module.h"
#include "native/link/ssl_contexts.h"
#include "rtc_base/checks.h"
#include "rtc_base/openssl_utility.h"

extern "C" {
int opus_select_arch();
int __real_opus_select_arch();
}

namespace {

void TestSrtpCrypto() {
  for (const srtp_cipher_type_t* type :
       {&srtp_aes_icm_128, &srtp_aes_icm_192, &srtp_aes_icm_256,
        &srtp_aes_gcm_128, &srtp_aes_gcm_256}) {
    RTC_CHECK(srtp_cipher_type_self_test(type) == srtp_err_status_ok);
  }
  RTC_CHECK(srtp_auth_type_self_test(&srtp_hmac) == srtp_err_status_ok);
}

srtp_t MakeSession(void (*set_policy)(srtp_crypto_policy_t*),
                   uint8_t* key,
                   srtp_ssrc_type_t direction) {
  srtp_policy_t policy = {};
  set_policy(&policy.rtp);
  set_policy(&policy.rtcp);
  policy.ssrc.type = direction;
  policy.key = key;
  policy.window_size = 1024;
  srtp_t session = nullptr;
  RTC_CHECK(srtp_create(&session, &policy) == srtp_err_status_ok);
  return session;
}

// Packets pass, damaged and repeated ones do not.
void TestSrtpSession(void (*set_policy)(srtp_crypto_policy_t*)) {
  uint8_t key[SRTP_MAX_KEY_LEN];
  for (size_t i = 0; i < sizeof(key); ++i) {
    key[i] = static_cast<uint8_t>(i * 7);
  }
  srtp_t sender = MakeSession(set_policy, key, ssrc_any_outbound);
  srtp_t receiver = MakeSession(set_policy, key, ssrc_any_inbound);
  for (int sequence = 1; sequence <= 1000; ++sequence) {
    alignas(4) uint8_t packet[200 + SRTP_MAX_TRAILER_LEN] = {
        0x80, 96, static_cast<uint8_t>(sequence >> 8),
        static_cast<uint8_t>(sequence)};
    std::memset(packet + 12, sequence & 0xff, 188);
    int length = 200;
    RTC_CHECK(srtp_protect(sender, packet, &length) == srtp_err_status_ok);
    RTC_CHECK(length > 200 && std::memcmp(packet + 12, packet + 13, 32) != 0);
    uint8_t damaged[sizeof(packet)];
    std::memcpy(damaged, packet, sizeof(packet));
    damaged[50] ^= 1;
    int damaged_length = length;
    RTC_CHECK(srtp_unprotect(receiver, damaged, &damaged_length) ==
              srtp_err_status_auth_fail);
    uint8_t again[sizeof(packet)];
    std::memcpy(again, packet, sizeof(packet));
    int again_length = length;
    RTC_CHECK(srtp_unprotect(receiver, packet, &length) == srtp_err_status_ok);
    RTC_CHECK(length == 200 && packet[12] == (sequence & 0xff) &&
              packet[199] == (sequence & 0xff));
    RTC_CHECK(srtp_unprotect(receiver, again, &again_length) ==
              srtp_err_status_replay_fail);
  }
  uint8_t report[28 + SRTP_MAX_TRAILER_LEN] = {0x80, 200, 0, 6};
  int length = 28;
  RTC_CHECK(srtp_protect_rtcp(sender, report, &length) == srtp_err_status_ok);
  RTC_CHECK(srtp_unprotect_rtcp(receiver, report, &length) ==
            srtp_err_status_ok);
  RTC_CHECK(length == 28);
  srtp_dealloc(sender);
  srtp_dealloc(receiver);
}

void TestExceptions() {
  std::string caught;
  try {
    throw std::runtime_error("inside");
  } catch (const std::exception& error) {
    caught = error.what();
  }
  RTC_CHECK(caught == "inside");
}

struct Destructed {
  ~Destructed() { ++*count; }
  int* count;
};

// Statics are never destructed, thread-locals are.
void TestDestructors() {
  int count = 0;
  std::thread([&count] {
    thread_local Destructed local{&count};
    RTC_CHECK(local.count == &count);
  }).join();
  RTC_CHECK(count == 1);

  pid_t child = fork();
  if (child == 0) {
    struct Exits {
      ~Exits() { _exit(9); }
    };
    static Exits exits;
    std::atexit([] { _exit(8); });
    std::exit(0);
  }
  int status = 0;
  RTC_CHECK(waitpid(child, &status, 0) == child);
  RTC_CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

void TestLibcVariables() {
  in6_addr zero = {};
  RTC_CHECK(std::memcmp(&in6addr_any, &zero, sizeof(zero)) == 0);
  zero.s6_addr[15] = 1;
  RTC_CHECK(std::memcmp(&in6addr_loopback, &zero, sizeof(zero)) == 0);
  RTC_CHECK(fileno(stdout) == 1 && fileno(stderr) == 2);
}

void TestCurrentTaskQueue() {
  RTC_CHECK(webrtc::TaskQueueBase::Current() == nullptr);
}

// A self-signed certificate for `name`, PEM.
std::string MakeRoot(const char* name) {
  EVP_PKEY* key = EVP_EC_gen("P-256");
  X509* certificate = X509_new();
  X509_set_version(certificate, 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate), -60);
  X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
  X509_NAME_add_entry_by_txt(
      X509_get_subject_name(certificate), "CN", MBSTRING_ASC,
      reinterpret_cast<const unsigned char*>(name), -1, -1, 0);
  X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
  X509_set_pubkey(certificate, key);
  X509_sign(certificate, key, EVP_sha256());
  BIO* bio = BIO_new(BIO_s_mem());
  PEM_write_bio_X509(bio, certificate);
  char* data = nullptr;
  long length = BIO_get_mem_data(bio, &data);
  std::string pem(data, static_cast<size_t>(length));
  BIO_free(bio);
  X509_free(certificate);
  EVP_PKEY_free(key);
  return pem;
}

int CountRoots(SSL_CTX* context) {
  return sk_X509_OBJECT_num(
      X509_STORE_get0_objects(SSL_CTX_get_cert_store(context)));
}

void TestRootCertificates() {
  SSL_CTX* context = SSL_CTX_new(TLS_client_method());
  RTC_CHECK(!rtc::openssl::LoadBuiltinSSLRootCertificates(context));
  nlw::SetRootCertificates({MakeRoot("a"),
                            "-----BEGIN CERTIFICATE-----\nnone\n"
                            "-----END CERTIFICATE-----\n" +
                                MakeRoot("b") + MakeRoot("c"),
                            "nothing"});
  RTC_CHECK(rtc::openssl::LoadBuiltinSSLRootCertificates(context));
  RTC_CHECK(CountRoots(context) == 3);
  nlw::SetRootCertificates({MakeRoot("d")});
  RTC_CHECK(CountRoots(context) == 3);
  RTC_CHECK(rtc::openssl::LoadBuiltinSSLRootCertificates(context));
  RTC_CHECK(CountRoots(context) == 1);
  SSL_CTX_free(context);
}

// The first answer is Opus's own, and so is the one that was kept.
void TestOpusArchitecture() {
  const int own = __real_opus_select_arch();
  RTC_CHECK(own >= 0);
  RTC_CHECK(opus_select_arch() == own);
  RTC_CHECK(opus_select_arch() == own);
}

// What libwebrtc does for a handshake.
size_t CountCiphers(SSL_CTX* context, const char* ciphers) {
  RTC_CHECK(context != nullptr);
  RTC_CHECK(SSL_CTX_set_cipher_list(context, ciphers) == 1);
  const size_t count =
      static_cast<size_t>(sk_SSL_CIPHER_num(SSL_CTX_get_ciphers(context)));
  SSL_CTX_free(context);
  return count;
}

// Contexts of DTLS come ready made, and are as those that are not.
void TestSslContexts() {
  constexpr char kCiphers[] = "DEFAULT:!aPSK";
  constexpr char kFewCiphers[] = "ECDHE-ECDSA-AES128-GCM-SHA256";
  const size_t all = CountCiphers(SSL_CTX_new(DTLS_method()), kCiphers);
  const size_t few = CountCiphers(SSL_CTX_new(DTLS_method()), kFewCiphers);
  RTC_CHECK(few < all);

  nlw::SpareSslContexts spares;
  RTC_CHECK(!spares.MakeOne(2)) << "Nobody has said which ciphers";
  std::thread([&] {
    spares.ServeThisThread();
    RTC_CHECK(CountCiphers(SSL_CTX_new(TLS_method()), kFewCiphers) == few);
    RTC_CHECK(!spares.MakeOne(2)) << "Those of TLS are not those of DTLS";
    RTC_CHECK(CountCiphers(SSL_CTX_new(DTLS_method()), kCiphers) == all);
    RTC_CHECK(spares.MakeOne(2) && spares.MakeOne(2) && !spares.MakeOne(2));

    RTC_CHECK(CountCiphers(SSL_CTX_new(DTLS_method()), kCiphers) == all);
    RTC_CHECK(spares.MakeOne(2)) << "One was taken";
    RTC_CHECK(CountCiphers(SSL_CTX_new(DTLS_method()), kFewCiphers) == few);
    RTC_CHECK(spares.MakeOne(2)) << "One was taken";
    RTC_CHECK(CountCiphers(SSL_CTX_new(TLS_method()), kCiphers) > 0);
    RTC_CHECK(!spares.MakeOne(2)) << "TLS takes none";
  }).join();
  RTC_CHECK(CountCiphers(SSL_CTX_new(DTLS_method()), kCiphers) == all);
  RTC_CHECK(!spares.MakeOne(2)) << "Other threads take none";
}

}  // namespace

int main() {
  // A configuration of another OpenSSL, which this one must not read.
  std::string configuration = "/tmp/node-libwebrtc-openssl-XXXXXX";
  const int file = mkstemp(configuration.data());
  RTC_CHECK(file >= 0);
  constexpr char kText[] =
      "openssl_conf = a\n[a]\nproviders = b\n[b]\nnone = c\n[c]\n"
      "module = /nonexistent.so\nactivate = 1\n";
  RTC_CHECK(write(file, kText, sizeof(kText) - 1) == sizeof(kText) - 1);
  setenv("OPENSSL_CONF", configuration.c_str(), 1);
  TestExceptions();
  TestDestructors();
  TestLibcVariables();
  TestCurrentTaskQueue();
  TestSrtpCrypto();
  RTC_CHECK(srtp_init() == srtp_err_status_ok);
  TestSrtpSession(srtp_crypto_policy_set_rtp_default);
  TestSrtpSession(srtp_crypto_policy_set_aes_cm_256_hmac_sha1_32);
  TestSrtpSession(srtp_crypto_policy_set_aes_gcm_128_16_auth);
  TestSrtpSession(srtp_crypto_policy_set_aes_gcm_256_16_auth);
  TestRootCertificates();
  TestOpusArchitecture();
  TestSslContexts();
  unlink(configuration.c_str());
  std::puts("ok");
}
