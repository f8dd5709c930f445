#ifndef NATIVE_ENGINE_SPARE_CERTIFICATES_H_
#define NATIVE_ENGINE_SPARE_CERTIFICATES_H_

#include <deque>
#include <memory>

#include "api/task_queue/task_queue_factory.h"
#include "rtc_base/rtc_certificate_generator.h"
#include "rtc_base/synchronization/mutex.h"
#include "rtc_base/thread.h"
#include "rtc_base/thread_annotations.h"

namespace nlw {

// Makes the certificates of connections that bring none, each its own, ahead of
// time: the first offer does not wait for it, nor does the network thread.
class SpareCertificates {
 public:
  SpareCertificates(rtc::Thread* signaling,
                    webrtc::TaskQueueFactory& task_queues);
  // Waits for a certificate that is being made. Generators must be gone.
  ~SpareCertificates();

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
  // On queue_.
  void Refill();

  rtc::Thread* const signaling_;
  webrtc::Mutex mutex_;
  std::deque<Spare> spares_ RTC_GUARDED_BY(mutex_);
  // Last: it works with the rest.
  const std::unique_ptr<webrtc::TaskQueueBase, webrtc::TaskQueueDeleter> queue_;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_SPARE_CERTIFICATES_H_
