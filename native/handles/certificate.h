#ifndef NATIVE_HANDLES_CERTIFICATE_H_
#define NATIVE_HANDLES_CERTIFICATE_H_

#include <vector>

#include "native/env/environment.h"
#include "rtc_base/rtc_certificate.h"

namespace nlw {

// NativeCertificate of lib/native.ts. Immutable and free of threads, so it is
// no Handle: it may outlive its environment's engine.
class CertificateHandle : public Napi::ObjectWrap<CertificateHandle> {
 public:
  static void Define(Environment& environment);
  // addon.generateCertificate, addon.certificateFromPEM
  static void Generate(const Napi::CallbackInfo& info);
  static Napi::Value FromPEM(const Napi::CallbackInfo& info);

  explicit CertificateHandle(const Napi::CallbackInfo& info);

  const rtc::scoped_refptr<rtc::RTCCertificate>& certificate() const {
    return certificate_;
  }

 private:
  Napi::Value Expires(const Napi::CallbackInfo& info);
  Napi::Value Fingerprints(const Napi::CallbackInfo& info);
  Napi::Value ToPEM(const Napi::CallbackInfo& info);

  const rtc::scoped_refptr<rtc::RTCCertificate> certificate_;
};

std::vector<rtc::scoped_refptr<rtc::RTCCertificate>> CertificatesFrom(
    const Napi::Array& handles);

}  // namespace nlw

#endif  // NATIVE_HANDLES_CERTIFICATE_H_
