#ifndef NATIVE_LINK_SSL_CONTEXTS_H_
#define NATIVE_LINK_SSL_CONTEXTS_H_

#include <cstddef>
#include <deque>
#include <mutex>
#include <string>

struct ssl_ctx_st;

namespace nlw {

// OpenSSL's contexts for DTLS, made ahead of time. libwebrtc makes one for each
// handshake, where the connection waits for it, a tenth of a millisecond each
// time. None is used twice.
class SpareSslContexts {
 public:
  SpareSslContexts() = default;
  ~SpareSslContexts();

  SpareSslContexts(const SpareSslContexts&) = delete;
  SpareSslContexts& operator=(const SpareSslContexts&) = delete;

  // Handshakes of the thread that calls take their contexts from here. It must
  // have ended before this does.
  void ServeThisThread();

  // Any thread. False: there are `most`, nobody has needed one yet, or none can
  // be made.
  bool MakeOne(size_t most);

  // For the functions that libwebrtc calls. Null: there is none.
  ssl_ctx_st* Take();
  // Whether it is one of these, with this list of ciphers.
  bool HasCiphers(const ssl_ctx_st* context, const char* ciphers);
  // libwebrtc has made a context of its own with this list.
  void Learn(const ssl_ctx_st* context, const char* ciphers);
  void set_own(const ssl_ctx_st* context) { own_ = context; }

 private:
  std::mutex mutex_;
  std::deque<ssl_ctx_st*> contexts_;
  // What libwebrtc sets; empty: not known yet.
  std::string ciphers_;

  // The served thread. The last ones: taken from here, made by libwebrtc.
  const ssl_ctx_st* taken_ = nullptr;
  const ssl_ctx_st* own_ = nullptr;
};

}  // namespace nlw

#endif  // NATIVE_LINK_SSL_CONTEXTS_H_
