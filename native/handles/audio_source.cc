#include "native/handles/audio_source.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "api/make_ref_counted.h"
#include "native/convert/facts.h"
#include "native/convert/from_napi.h"
#include "native/env/target_id.h"
#include "native/env/throw_error.h"
#include "native/env/to_napi.h"
#include "native/env/wrapped.h"
#include "native/handles/pixel_arguments.h"
#include "native/handles/track.h"
#include "native/media/audio_feed.h"
#include "native/media/channel_mix.h"
#include "native/media/sample_format.h"
#include "native/media/written_audio_source.h"
#include "rtc_base/time_utils.h"

namespace nlw {
namespace {

constexpr int kMaxRate = 384'000;
constexpr size_t kMaxPlayedChannels = 2;
// A program that writes later than this has left a gap.
constexpr int64_t kMaxGapUs = 200'000;

SampleFormat SampleFormatFrom(const Napi::Value& name) {
  SampleFormat format;
  if (!FromName(name.As<Napi::String>().Utf8Value(), format)) {
    throw Napi::TypeError::New(name.Env(), "No sample format");
  }
  return format;
}

size_t CountFrom(const Napi::Value& value, double max) {
  const double number = value.As<Napi::Number>().DoubleValue();
  // NaN lies outside too.
  if (!(number >= 1 && number <= max)) {
    throw Napi::RangeError::New(value.Env(), "Outside of the samples");
  }
  return static_cast<size_t>(number);
}

// NaN: after what was written before, or now where that left a gap.
int64_t StartOf(const Napi::Value& timestamp, std::optional<int64_t> end_us) {
  const double number = timestamp.As<Napi::Number>().DoubleValue();
  if (!std::isnan(number)) {
    return static_cast<int64_t>(number);
  }
  const int64_t now_us = rtc::TimeMicros();
  return end_us && now_us - *end_us <= kMaxGapUs ? *end_us : now_us;
}

// They can be read as they are.
bool IsInt16(const Bytes& bytes,
             const SampleFormat& format,
             size_t channel_count) {
  return format.type == SampleFormat::Type::kS16 &&
         (!format.is_planar || channel_count == 1) &&
         reinterpret_cast<uintptr_t>(bytes.data) % alignof(int16_t) == 0;
}

}  // namespace

void AudioSourceHandle::Define(Environment& environment) {
  using H = AudioSourceHandle;
  environment.SetClass(
      NativeKind::kAudioSource,
      DefineClass(environment.env(), "NativeAudioSource",
                  {
                      InstanceAccessor<&H::Id>("id"),
                      InstanceMethod<&H::CreateTrack>("createTrack"),
                      InstanceMethod<&H::Write>("write"),
                      InstanceMethod<&H::Clear>("clear"),
                      InstanceMethod<&H::Buffered>("buffered"),
                  }));
}

Napi::Value AudioSourceHandle::Create(const Napi::CallbackInfo& info) {
  Environment& environment = Environment::From(info.Env());
  const int id = NextTargetId();
  const std::shared_ptr<JsThread> door = environment.door();
  auto input = std::make_shared<AudioInput>(
      environment.engine(),
      DoubleMember(info[0].As<Napi::Object>(), "highWaterMark"),
      AudioInput::Observer{
          .on_settled =
              [door](int request) {
                door->PostSettlement(request, nlw::Value(), nlw::Value());
              },
          .on_underrun =
              [door, id](double seconds) {
                door->PostEvent(id, "underrun",
                                nlw::Value::Object{{"duration", seconds}});
              },
      });
  return Returned(
      environment,
      NativeRef{NativeKind::kAudioSource,
                std::make_shared<Source>(Source{id, std::move(input)})});
}

AudioSourceHandle::AudioSourceHandle(const Napi::CallbackInfo& info)
    : Napi::ObjectWrap<AudioSourceHandle>(info),
      Handle(Environment::From(info.Env())),
      input_(std::make_shared<Input>()) {
  const auto source = Wrapped<Source>(info);
  id_ = source->id;
  input_->audio = source->input;
  // Not a method: finding the native object of `this` is a fifth of a call's
  // time.
  info.This().As<Napi::Object>().Set(
      "writeInterleaved",
      Napi::Function::New(info.Env(),
                          [input = input_](const Napi::CallbackInfo& call) {
                            WriteInterleaved(call, *input);
                          }));
}

Napi::Value AudioSourceHandle::Id(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), id_);
}

Napi::Value AudioSourceHandle::CreateTrack(const Napi::CallbackInfo& info) {
  Engine& engine = environment().engine();
  return Returned(
      environment(),
      RefOf(Track::Create(
          engine,
          std::make_unique<AudioFeed>(
              engine.factory(), info[0].As<Napi::String>().Utf8Value(),
              rtc::make_ref_counted<WrittenAudioSource>(input_->audio)))));
}

void AudioSourceHandle::Write(const Napi::CallbackInfo& info) {
  Write(info, *input_, 3, info[0].As<Napi::Number>().Int32Value(),
        BytesFrom(info[1]), SampleFormatFrom(info[2]));
}

void AudioSourceHandle::WriteInterleaved(const Napi::CallbackInfo& info,
                                         Input& input) {
  napi_typedarray_type type;
  size_t length = 0;
  void* data = nullptr;
  if (napi_get_typedarray_info(info.Env(), info[0], &type, &length, &data,
                               nullptr, nullptr) != napi_ok ||
      (type != napi_int16_array && type != napi_float32_array)) {
    throw Napi::TypeError::New(info.Env(), "No samples");
  }
  const SampleFormat format = {type == napi_int16_array
                                   ? SampleFormat::Type::kS16
                                   : SampleFormat::Type::kF32,
                               /*is_planar=*/false};
  Write(info, input, 1, /*request=*/0,
        {static_cast<uint8_t*>(data),
         data == nullptr ? 0 : length * format.sample_bytes()},
        format);
}

void AudioSourceHandle::Write(const Napi::CallbackInfo& info,
                              Input& input,
                              size_t first,
                              int request,
                              const Bytes& bytes,
                              const SampleFormat& format) {
  const AudioForm form = {static_cast<int>(CountFrom(info[first], kMaxRate)),
                          CountFrom(info[first + 1], kMaxChannels)};
  const size_t frames =
      CountFrom(info[first + 2],
                static_cast<double>(bytes.length / format.sample_bytes() /
                                    form.channel_count));
  AudioBlock samples = {nullptr, form.sample_rate, form.channel_count, frames,
                        StartOf(info[first + 3], input.end_us)};
  const int64_t end_us =
      samples.timestamp_us +
      std::llround(static_cast<double>(frames) * 1'000'000 / form.sample_rate);
  std::vector<int16_t> converted;
  if (IsInt16(bytes, format, form.channel_count)) {
    samples.samples = reinterpret_cast<const int16_t*>(bytes.data);
  } else {
    converted = ToInt16(bytes.data, format, frames, form.channel_count);
    samples.samples = converted.data();
  }
  std::vector<int16_t> mixed;
  if (form.channel_count > kMaxPlayedChannels) {
    samples.channel_count = kMaxPlayedChannels;
    MixChannels(samples.samples, frames, form.channel_count, kMaxPlayedChannels,
                mixed);
    samples.samples = mixed.data();
  }
  if (!input.audio->Write(request, samples)) {
    ThrowFact(Environment::From(info.Env()),
              ErrorFact(webrtc::RTCError(
                  webrtc::RTCErrorType::RESOURCE_EXHAUSTED,
                  "More than 10 s of audio would wait to be played")));
  }
  input.end_us = end_us;
}

void AudioSourceHandle::Clear(const Napi::CallbackInfo&) {
  input_->audio->Clear();
}

Napi::Value AudioSourceHandle::Buffered(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), input_->audio->Buffered());
}

}  // namespace nlw
