#include "native/handles/reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "native/convert/from_napi.h"
#include "native/env/target_id.h"
#include "native/env/to_napi.h"
#include "native/env/wrapped.h"
#include "native/observers/frame_reader.h"
#include "native/observers/readings_reader.h"
#include "native/observers/sample_reader.h"

namespace nlw {
namespace {

size_t CapacityFrom(const Napi::Object& options) {
  return static_cast<size_t>(std::max(1, IntMember(options, "maxBufferSize")));
}

std::shared_ptr<Reader> MakeReader(Environment& environment,
                                   bool is_video,
                                   const Napi::Object& options) {
  const int id = NextTargetId();
  const std::string what = StringMember(options, "what");
  if (what == "frames") {
    return MakeFrameReader(id, environment.door(), CapacityFrom(options));
  }
  if (what == "samples") {
    return MakeSampleReader(
        id, environment.door(), CapacityFrom(options),
        {.sample_rate = OptionalIntMember(options, "sampleRate"),
         .channel_count = OptionalIntMember(options, "channelCount"),
         .blocks_per_event = IntMember(options, "blocksPerEvent")});
  }
  return MakeReadingsReader(id, environment.door(), is_video);
}

}  // namespace

void ReaderHandle::Define(Environment& environment) {
  using H = ReaderHandle;
  environment.SetClass(NativeKind::kReader,
                       DefineClass(environment.env(), "NativeReader",
                                   {
                                       InstanceAccessor<&H::Id>("id"),
                                       InstanceMethod<&H::Stop>("stop"),
                                   }));
}

Napi::Value ReaderHandle::Create(Environment& environment,
                                 std::shared_ptr<Track> track,
                                 const Napi::Object& options) {
  auto reading = std::make_shared<Reading>();
  reading->reader = MakeReader(environment, track->is_video(), options);
  track->AddReader(reading->reader->track_reader());
  reading->track = std::move(track);
  return Returned(environment,
                  NativeRef{NativeKind::kReader, std::move(reading)});
}

ReaderHandle::ReaderHandle(const Napi::CallbackInfo& info)
    : Napi::ObjectWrap<ReaderHandle>(info),
      Handle(Environment::From(info.Env())),
      reading_(Wrapped<Reading>(info)),
      id_(reading_->reader->id()) {}

ReaderHandle::~ReaderHandle() {
  Stop();
}

Napi::Value ReaderHandle::Id(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), id_);
}

void ReaderHandle::Stop() {
  if (const auto reading = std::exchange(reading_, nullptr)) {
    reading->reader->Close();
    reading->track->RemoveReader(reading->reader->track_reader());
  }
}

}  // namespace nlw
