#include "native/engine/spare_certificates.h"

#include <utility>

#include "rtc_base/time_utils.h"

namespace nlw {
namespace {

using Certificate = rtc::scoped_refptr<rtc::RTCCertificate>;

// Two connections of one process are often made together.
constexpr size_t kSpares = 2;
// A certificate is valid for 30 days from when it is made.
constexpr int64_t kMaxAgeMs = 60 * 60 * 1000;

bool IsDefault(const rtc::KeyParams& params) {
  return params.type() == rtc::KT_ECDSA &&
         params.ec_curve() == rtc::EC_NIST_P256;
}

}  // namespace

class SpareCertificates::Generator
    : public rtc::RTCCertificateGeneratorInterface {
 public:
  explicit Generator(SpareCertificates& owner) : owner_(owner) {}

  void GenerateCertificateAsync(const rtc::KeyParams& params,
                                const absl::optional<uint64_t>& expires_ms,
                                Callback callback) override {
    const bool is_default = IsDefault(params) && !expires_ms;
    if (Certificate spare = is_default ? owner_.Take() : nullptr) {
      Answer(owner_.signaling_, std::move(callback), std::move(spare));
    } else {
      owner_.queue_->PostTask([signaling = owner_.signaling_, params,
                               expires_ms,
                               callback = std::move(callback)]() mutable {
        Answer(signaling, std::move(callback),
               rtc::RTCCertificateGenerator::GenerateCertificate(params,
                                                                 expires_ms));
      });
    }
    if (is_default) {
      owner_.queue_->PostTask([owner = &owner_] { owner->Refill(); });
    }
  }

 private:
  static void Answer(rtc::Thread* signaling,
                     Callback callback,
                     Certificate certificate) {
    signaling->PostTask([callback = std::move(callback),
                         certificate = std::move(certificate)]() mutable {
      std::move(callback)(std::move(certificate));
    });
  }

  SpareCertificates& owner_;
};

SpareCertificates::SpareCertificates(rtc::Thread* signaling,
                                     webrtc::TaskQueueFactory& task_queues)
    : signaling_(signaling),
      queue_(task_queues.CreateTaskQueue(
          "certificates",
          webrtc::TaskQueueFactory::Priority::NORMAL)) {}

SpareCertificates::~SpareCertificates() = default;

std::unique_ptr<rtc::RTCCertificateGeneratorInterface>
SpareCertificates::CreateGenerator() {
  return std::make_unique<Generator>(*this);
}

Certificate SpareCertificates::Take() {
  webrtc::MutexLock lock(&mutex_);
  while (!spares_.empty()) {
    Spare spare = std::move(spares_.front());
    spares_.pop_front();
    if (rtc::TimeMillis() - spare.made_ms < kMaxAgeMs) {
      return spare.certificate;
    }
  }
  return nullptr;
}

void SpareCertificates::Refill() {
  {
    webrtc::MutexLock lock(&mutex_);
    if (spares_.size() >= kSpares) {
      return;
    }
  }
  Certificate certificate = rtc::RTCCertificateGenerator::GenerateCertificate(
      rtc::KeyParams::ECDSA(), absl::nullopt);
  if (certificate) {
    webrtc::MutexLock lock(&mutex_);
    spares_.push_back({std::move(certificate), rtc::TimeMillis()});
  }
}

}  // namespace nlw
