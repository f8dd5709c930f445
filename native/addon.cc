#include <string>
#include <utility>
#include <vector>

#include "native/convert/enums.h"
#include "native/env/environment.h"
#include "native/env/to_napi.h"
#include "native/handles/audio_source.h"
#include "native/handles/bytes.h"
#include "native/handles/certificate.h"
#include "native/handles/codec_policy.h"
#include "native/handles/data_channel.h"
#include "native/handles/logger.h"
#include "native/handles/peer_connection.h"
#include "native/handles/pixels.h"
#include "native/handles/reader.h"
#include "native/handles/track.h"
#include "native/handles/transceiver.h"
#include "native/handles/video_source.h"
#include "native/link/root_certificates.h"

namespace nlw {
namespace {

void Start(const Napi::CallbackInfo& info) {
  const auto numbers = info[2].As<Napi::Float64Array>();
  if (numbers.ElementLength() < kSharedNumbers) {
    throw Napi::RangeError::New(info.Env(), "Too few numbers");
  }
  Environment::From(info.Env())
      .Start(info[0].As<Napi::Function>(), info[1].As<Napi::Function>(),
             numbers);
}

void Ref(const Napi::CallbackInfo& info) {
  Environment::From(info.Env()).Ref();
}

void Unref(const Napi::CallbackInfo& info) {
  Environment::From(info.Env()).Unref();
}

void SetRoots(const Napi::CallbackInfo& info) {
  const Napi::Array pem = info[0].As<Napi::Array>();
  std::vector<std::string> certificates;
  for (uint32_t i = 0; i < pem.Length(); ++i) {
    certificates.push_back(pem.Get(i).As<Napi::String>().Utf8Value());
  }
  nlw::SetRootCertificates(std::move(certificates));
}

Napi::Value TakeWaits(const Napi::CallbackInfo& info) {
  Environment& environment = Environment::From(info.Env());
  return Returned(environment, environment.waits().Take());
}

Napi::Value Enums(const Napi::CallbackInfo& info) {
  Value::Object tables;
  for (const auto& [name, values] : AllEnums()) {
    tables.push_back({name, Value::Array(values.begin(), values.end())});
  }
  return Returned(Environment::From(info.Env()), tables);
}

Napi::Object Init(Napi::Env env, Napi::Object exports) {
  Environment& environment = *Environment::Create(env);
  PeerConnectionHandle::Define(environment);
  DataChannelHandle::Define(environment);
  CertificateHandle::Define(environment);
  TransceiverHandle::Define(environment);
  TrackHandle::Define(environment);
  ReaderHandle::Define(environment);
  PixelsHandle::Define(environment);
  VideoSourceHandle::Define(environment);
  AudioSourceHandle::Define(environment);
  auto add = [&](const char* name, auto function) {
    exports.Set(name, Napi::Function::New(env, function, name));
  };
  add("start", Start);
  add("ref", Ref);
  add("unref", Unref);
  add("createPeerConnection", PeerConnectionHandle::Create);
  add("generateCertificate", CertificateHandle::Generate);
  add("certificateFromPEM", CertificateHandle::FromPEM);
  add("createTestTrack", TrackHandle::CreateTest);
  add("createPixels", PixelsHandle::Create);
  add("convertPixels", PixelsHandle::Convert);
  add("takePixels", PixelsHandle::Take);
  add("dropPixels", PixelsHandle::Drop);
  add("createBytes", CreateBytes);
  add("createVideoSource", VideoSourceHandle::Create);
  add("createAudioSource", AudioSourceHandle::Create);
  add("getCapabilities", GetCapabilities);
  add("setCodecPolicy", SetCodecPolicy);
  add("setLogger", SetLogger);
  add("setRootCertificates", SetRoots);
  add("takeWaits", TakeWaits);
  add("enums", Enums);
  return exports;
}

}  // namespace

NODE_API_MODULE(NODE_GYP_MODULE_NAME, Init)

}  // namespace nlw
