#include "native/handles/track.h"

#include <string>
#include <utility>

#include "api/make_ref_counted.h"
#include "native/convert/enums.h"
#include "native/convert/from_napi.h"
#include "native/env/to_napi.h"
#include "native/env/wrapped.h"
#include "native/handles/reader.h"
#include "native/media/audio_feed.h"
#include "native/media/test_audio_source.h"
#include "native/media/test_video_source.h"
#include "native/media/video_feed.h"

namespace nlw {
namespace {

template <typename Options>
Options Checked(Napi::Env env, Options options) {
  if (!TestBounds::Hold(options)) {
    throw Napi::RangeError::New(env, "A test source cannot work like that");
  }
  return options;
}

TestVideoOptions VideoOptionsFrom(const Napi::Object& object) {
  TestVideoOptions options;
  options.width = IntMember(object, "width");
  options.height = IntMember(object, "height");
  options.frame_rate = DoubleMember(object, "frameRate");
  return Checked(object.Env(), options);
}

TestAudioOptions AudioOptionsFrom(const Napi::Object& object) {
  TestAudioOptions options;
  options.frequencies = DoublesMember(object, "frequencies");
  options.volume = DoubleMember(object, "volume");
  options.sample_rate = IntMember(object, "sampleRate");
  options.channel_count = IntMember(object, "channelCount");
  return Checked(object.Env(), options);
}

}  // namespace

void TrackHandle::Define(Environment& environment) {
  using H = TrackHandle;
  environment.SetClass(
      NativeKind::kTrack,
      DefineClass(environment.env(), "NativeTrack",
                  {
                      InstanceMethod<&H::SetEnabled>("setEnabled"),
                      InstanceMethod<&H::SetContentHint>("setContentHint"),
                      InstanceMethod<&H::Clone>("clone"),
                      InstanceMethod<&H::Stop>("stop"),
                      InstanceMethod<&H::Configure>("configure"),
                      InstanceMethod<&H::Read>("read"),
                  }));
}

Napi::Value TrackHandle::CreateTest(const Napi::CallbackInfo& info) {
  Environment& environment = Environment::From(info.Env());
  Engine& engine = environment.engine();
  const Napi::Object options = info[2].As<Napi::Object>();
  std::string track_id = info[1].As<Napi::String>().Utf8Value();
  std::unique_ptr<Feed> feed;
  if (info[0].As<Napi::String>().Utf8Value() ==
      Name(cricket::MEDIA_TYPE_VIDEO)) {
    feed = std::make_unique<VideoFeed>(engine.factory(), std::move(track_id),
                                       rtc::make_ref_counted<TestVideoSource>(
                                           engine, VideoOptionsFrom(options)));
  } else {
    feed = std::make_unique<AudioFeed>(engine.factory(), std::move(track_id),
                                       rtc::make_ref_counted<TestAudioSource>(
                                           engine, AudioOptionsFrom(options)));
  }
  return Returned(environment, RefOf(Track::Create(engine, std::move(feed))));
}

std::shared_ptr<Track> TrackHandle::From(const Napi::Value& value) {
  return value.IsNull() ? nullptr : Unwrap(value.As<Napi::Object>())->track_;
}

TrackHandle::TrackHandle(const Napi::CallbackInfo& info)
    : Napi::ObjectWrap<TrackHandle>(info),
      Handle(Environment::From(info.Env())),
      track_(Wrapped<Track>(info)) {}

// The engine, which ends later, has the track let go of libwebrtc's.
void TrackHandle::OnEnvironmentEnd() {}

void TrackHandle::SetEnabled(const Napi::CallbackInfo& info) {
  track_->SetEnabled(info[0].As<Napi::Boolean>().Value());
}

void TrackHandle::SetContentHint(const Napi::CallbackInfo& info) {
  auto hint = webrtc::VideoTrackInterface::ContentHint::kNone;
  FromName(info[0].As<Napi::String>().Utf8Value(), hint);
  track_->SetContentHint(hint);
}

Napi::Value TrackHandle::Clone(const Napi::CallbackInfo& info) {
  return Returned(environment(),
                  RefOf(track_->Clone(info[0].As<Napi::String>().Utf8Value())));
}

void TrackHandle::Stop(const Napi::CallbackInfo&) {
  track_->Stop();
}

void TrackHandle::Configure(const Napi::CallbackInfo& info) {
  const Napi::Object options = info[0].As<Napi::Object>();
  if (track_->is_video()) {
    track_->Configure(VideoOptionsFrom(options));
  } else {
    track_->Configure(AudioOptionsFrom(options));
  }
}

Napi::Value TrackHandle::Read(const Napi::CallbackInfo& info) {
  return ReaderHandle::Create(environment(), track_,
                              info[0].As<Napi::Object>());
}

}  // namespace nlw
