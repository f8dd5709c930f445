#include "native/handles/video_source.h"

#include <optional>
#include <string>
#include <utility>

#include "api/make_ref_counted.h"
#include "native/convert/from_napi.h"
#include "native/env/to_napi.h"
#include "native/env/wrapped.h"
#include "native/handles/pixel_arguments.h"
#include "native/handles/pixels.h"
#include "native/handles/track.h"
#include "native/media/video_feed.h"
#include "native/media/written_video_source.h"

namespace nlw {

void VideoSourceHandle::Define(Environment& environment) {
  using H = VideoSourceHandle;
  environment.SetClass(
      NativeKind::kVideoSource,
      DefineClass(environment.env(), "NativeVideoSource",
                  {
                      InstanceMethod<&H::CreateTrack>("createTrack"),
                      InstanceMethod<&H::Write>("write"),
                  }));
}

Napi::Value VideoSourceHandle::Create(const Napi::CallbackInfo& info) {
  Environment& environment = Environment::From(info.Env());
  const Napi::Object object = info[0].As<Napi::Object>();
  VideoInput::Options options;
  options.is_screencast = BoolMember(object, "isScreencast");
  if (const auto denoising = OptionalBoolMember(object, "needsDenoising")) {
    options.needs_denoising = *denoising;
  }
  return Returned(environment, NativeRef{NativeKind::kVideoSource,
                                         std::make_shared<VideoInput>(
                                             environment.engine(), options)});
}

VideoSourceHandle::VideoSourceHandle(const Napi::CallbackInfo& info)
    : Napi::ObjectWrap<VideoSourceHandle>(info),
      Handle(Environment::From(info.Env())),
      input_(Wrapped<VideoInput>(info)) {}

Napi::Value VideoSourceHandle::CreateTrack(const Napi::CallbackInfo& info) {
  Engine& engine = environment().engine();
  return Returned(
      environment(),
      RefOf(Track::Create(
          engine, std::make_unique<VideoFeed>(
                      engine.factory(), info[0].As<Napi::String>().Utf8Value(),
                      rtc::make_ref_counted<WrittenVideoSource>(engine.worker(),
                                                                input_)))));
}

void VideoSourceHandle::Write(const Napi::CallbackInfo& info) {
  const Pixels pixels = PixelsHandle::From(info[0]);
  input_->Write(PartOf(pixels, RectFrom(info[1], *pixels)),
                info[2].As<Napi::Number>().Int64Value(),
                static_cast<webrtc::VideoRotation>(
                    info[3].As<Napi::Number>().Int32Value()),
                ColorSpaceFrom(info[4]));
}

}  // namespace nlw
