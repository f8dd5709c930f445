#include "native/handles/certificate.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "native/convert/facts.h"
#include "native/convert/from_napi.h"
#include "native/env/throw_error.h"
#include "native/env/to_napi.h"
#include "native/env/wrapped.h"
#include "rtc_base/rtc_certificate_generator.h"
#include "rtc_base/ssl_fingerprint.h"

namespace nlw {
namespace {

using CertificatePtr = rtc::scoped_refptr<rtc::RTCCertificate>;

NativeRef RefOf(CertificatePtr certificate) {
  return {NativeKind::kCertificate,
          std::make_shared<CertificatePtr>(std::move(certificate))};
}

// A key of 8192 bits takes seconds: made on libuv's pool.
class GenerateWorker : public Napi::AsyncWorker {
 public:
  GenerateWorker(Environment& environment,
                 int request,
                 rtc::KeyParams params,
                 std::optional<uint64_t> expires)
      : Napi::AsyncWorker(environment.env(), "generateCertificate"),
        door_(environment.door()),
        request_(request),
        params_(params) {
    if (expires) {
      expires_ = *expires;
    }
  }

 private:
  void Execute() override {
    certificate_ =
        rtc::RTCCertificateGenerator::GenerateCertificate(params_, expires_);
  }

  void OnOK() override {
    if (certificate_) {
      door_->PostSettlement(request_, Value(), RefOf(certificate_));
    } else {
      door_->PostSettlement(
          request_, CertificateErrorFact("The certificate could not be made"),
          Value());
    }
  }

  const std::shared_ptr<JsThread> door_;
  const int request_;
  const rtc::KeyParams params_;
  absl::optional<uint64_t> expires_;
  CertificatePtr certificate_;
};

}  // namespace

void CertificateHandle::Define(Environment& environment) {
  using H = CertificateHandle;
  environment.SetClass(
      NativeKind::kCertificate,
      DefineClass(environment.env(), "NativeCertificate",
                  {
                      InstanceAccessor<&H::Expires>("expires"),
                      InstanceAccessor<&H::Fingerprints>("fingerprints"),
                      InstanceMethod<&H::ToPEM>("toPEM"),
                  }));
}

void CertificateHandle::Generate(const Napi::CallbackInfo& info) {
  const Napi::Object params = info[1].As<Napi::Object>();
  std::optional<uint64_t> expires;
  if (!info[2].IsNull()) {
    expires = info[2].As<Napi::Number>().Int64Value();
  }
  auto* worker = new GenerateWorker(
      Environment::From(info.Env()), info[0].As<Napi::Number>().Int32Value(),
      StringMember(params, "name") == "RSA"
          ? rtc::KeyParams::RSA(IntMember(params, "modulusLength"),
                                IntMember(params, "publicExponent"))
          : rtc::KeyParams::ECDSA(),
      expires);
  worker->Queue();
}

Napi::Value CertificateHandle::FromPEM(const Napi::CallbackInfo& info) {
  Environment& environment = Environment::From(info.Env());
  const CertificatePtr certificate = rtc::RTCCertificate::FromPEM(
      rtc::RTCCertificatePEM(info[0].As<Napi::String>().Utf8Value(),
                             info[1].As<Napi::String>().Utf8Value()));
  if (!certificate) {
    ThrowFact(environment,
              CertificateErrorFact("The PEM texts are no private key and "
                                   "certificate that belong together"));
  }
  return Returned(environment, RefOf(certificate));
}

CertificateHandle::CertificateHandle(const Napi::CallbackInfo& info)
    : Napi::ObjectWrap<CertificateHandle>(info),
      certificate_(*Wrapped<CertificatePtr>(info)) {}

Napi::Value CertificateHandle::Expires(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(),
                           static_cast<double>(certificate_->Expires()));
}

Napi::Value CertificateHandle::Fingerprints(const Napi::CallbackInfo& info) {
  Value::Array fingerprints;
  const auto stats = certificate_->GetSSLCertificate().GetStats();
  if (stats) {
    fingerprints.push_back(Value::Object{
        {"algorithm", stats->fingerprint_algorithm},
        {"value", stats->fingerprint},
    });
  }
  return Returned(Environment::From(info.Env()), fingerprints);
}

Napi::Value CertificateHandle::ToPEM(const Napi::CallbackInfo& info) {
  const rtc::RTCCertificatePEM pem = certificate_->ToPEM();
  return Returned(Environment::From(info.Env()),
                  Value::Object{{"privateKey", pem.private_key()},
                                {"certificate", pem.certificate()}});
}

std::vector<CertificatePtr> CertificatesFrom(const Napi::Array& handles) {
  std::vector<CertificatePtr> certificates;
  for (uint32_t i = 0; i < handles.Length(); ++i) {
    certificates.push_back(
        CertificateHandle::Unwrap(handles.Get(i).As<Napi::Object>())
            ->certificate());
  }
  return certificates;
}

}  // namespace nlw
