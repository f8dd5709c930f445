#include "native/engine/dtls_stock.h"

#include <utility>

#include "api/units/time_delta.h"
#include "rtc_base/time_utils.h"

namespace nlw {
namespace {

using Certificate = rtc::scoped_refptr<rtc::RTCCertificate>;

// Connections of one process are often made together.
constexpr size_t kSpares = 4;
// A connection that is being made has the processor first.
constexpr webrtc::TimeDelta kRefillAfter = webrtc::TimeDelta::Millis(20);
// A certificate is valid for 30 days from when it is made.
constexpr int64_t kMaxAgeMs = 60 * 60 * 1000;

bool IsDefault(const rtc::KeyParams& params) {
  return params.type() == rtc::KT_ECDSA &&
         params.ec_curve() == rtc::EC_NIST_P256;
}

}  // namespace

class DtlsStock::Generator : public rtc::RTCCertificateGeneratorInterface {
 public:
  explicit Generator(DtlsStock& owner) : owner_(owner) {}

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
      owner_.RefillLater();
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

  DtlsStock& owner_;
};

DtlsStock::DtlsStock(rtc::Thread* signaling,
                     webrtc::TaskQueueFactory& task_queues)
    : signaling_(signaling),
      queue_(task_queues.CreateTaskQueue(
          "dtls-stock",
          webrtc::TaskQueueFactory::Priority::NORMAL)) {}

DtlsStock::~DtlsStock() = default;

std::unique_ptr<rtc::RTCCertificateGeneratorInterface>
DtlsStock::CreateGenerator() {
  return std::make_unique<Generator>(*this);
}

Certificate DtlsStock::Take() {
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

void DtlsStock::RefillLater() {
  {
    webrtc::MutexLock lock(&mutex_);
    if (std::exchange(refills_, true)) {
      return;
    }
  }
  queue_->PostDelayedTask([this] { Refill(); }, kRefillAfter);
}

void DtlsStock::Refill() {
  if (MakeCertificate() || contexts_.MakeOne(kSpares)) {
    queue_->PostTask([this] { Refill(); });
    return;
  }
  webrtc::MutexLock lock(&mutex_);
  refills_ = false;
}

bool DtlsStock::MakeCertificate() {
  {
    webrtc::MutexLock lock(&mutex_);
    if (spares_.size() >= kSpares) {
      return false;
    }
  }
  Certificate certificate = rtc::RTCCertificateGenerator::GenerateCertificate(
      rtc::KeyParams::ECDSA(), absl::nullopt);
  if (!certificate) {
    return false;
  }
  webrtc::MutexLock lock(&mutex_);
  spares_.push_back({std::move(certificate), rtc::TimeMillis()});
  return true;
}

}  // namespace nlw
