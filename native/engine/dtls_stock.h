#ifndef NATIVE_ENGINE_DTLS_STOCK_H_
#define NATIVE_ENGINE_DTLS_STOCK_H_

#include <deque>
#include <memory>

#include "api/task_queue/task_queue_factory.h"
#include "native/link/ssl_contexts.h"
#include "rtc_base/rtc_certificate_generator.h"
#include "rtc_base/synchronization/mutex.h"
#include "rtc_base/thread.h"
#include "rtc_base/thread_annotations.h"

namespace nlw {

// Makes ahead of time what each connection needs of its own and would wait for:
// the certificate, where it brings none, and the context of its handshake.
class DtlsStock {
 public:
  DtlsStock(rtc::Thread* signaling, webrtc::TaskQueueFactory& task_queues);
  // Waits for what is being made. Generators must be gone.
  ~DtlsStock();

  // Handshakes of the thread that calls use its contexts.
  void ServeThisThread() { contexts_.ServeThisThread(); }

  // For one connection.
  std::unique_ptr<rtc::RTCCertificateGeneratorInterface> CreateGenerator();

 private:
  class Generator;

  struct Spare {
    rtc::scoped_refptr<rtc::RTCCertificate> certificate;
    int64_t made_ms;
  };

  // Null when there is none, or it is too old.
  rtc::scoped_refptr<rtc::RTCCertificate> Take();
  // Any thread.
  void RefillLater();
  // On queue_. One thing for each task.
  void Refill();
  // False: there are enough, or none can be made.
  bool MakeCertificate();

  rtc::Thread* const signaling_;
  webrtc::Mutex mutex_;
  std::deque<Spare> spares_ RTC_GUARDED_BY(mutex_);
  // RefillLater was called, and they are not all there.
  bool refills_ RTC_GUARDED_BY(mutex_) = false;
  SpareSslContexts contexts_;
  // Last: it works with the rest.
  const std::unique_ptr<webrtc::TaskQueueBase, webrtc::TaskQueueDeleter> queue_;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_DTLS_STOCK_H_
