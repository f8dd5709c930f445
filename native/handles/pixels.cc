#include "native/handles/pixels.h"

#include <memory>
#include <string>
#include <utility>

#include "native/env/to_napi.h"
#include "native/env/wrapped.h"
#include "native/handles/bytes.h"
#include "native/handles/pixel_arguments.h"
#include "native/media/convert_pixels.h"

namespace nlw {
namespace {

// V8 collects garbage when it is told of much, so it is told of what stays:
// frames that are closed soon cancel out before.
void TellV8(Napi::Env env, int64_t change) {
  constexpr int64_t kStep = 32 << 20;
  thread_local int64_t untold = 0;
  untold += change;
  if (untold >= kStep || untold <= -kStep) {
    Napi::MemoryManagement::AdjustExternalMemory(env, untold);
    untold = 0;
  }
}

}  // namespace

NativeRef RefOf(Pixels pixels) {
  return {NativeKind::kPixels, std::make_shared<Pixels>(std::move(pixels))};
}

void PixelsHandle::Define(Environment& environment) {
  using H = PixelsHandle;
  environment.SetClass(
      NativeKind::kPixels,
      DefineClass(environment.env(), "NativePixels",
                  {
                      InstanceAccessor<&H::Format>("format"),
                      InstanceAccessor<&H::Width>("width"),
                      InstanceAccessor<&H::Height>("height"),
                      InstanceMethod<&H::CopyTo>("copyTo"),
                      InstanceMethod<&H::TakeBytes>("takeBytes"),
                      InstanceMethod<&H::Clone>("clone"),
                      InstanceMethod<&H::Close>("close"),
                      InstanceMethod<&H::Share>("share"),
                  }));
}

Napi::Value PixelsHandle::Create(const Napi::CallbackInfo& info) {
  const Planes source = PlanesFrom(info[0], FormatFrom(info[1]), info[2],
                                   info[3], LayoutFrom(info[4]));
  return Returned(Environment::From(info.Env()),
                  RefOf(NewPixels(Const(source))));
}

Napi::Value PixelsHandle::Take(const Napi::CallbackInfo& info) {
  Pixels pixels = TakeSharedPixels(info[0].As<Napi::Number>().Int64Value());
  return Returned(Environment::From(info.Env()),
                  pixels ? nlw::Value(RefOf(std::move(pixels))) : nlw::Value());
}

void PixelsHandle::Drop(const Napi::CallbackInfo& info) {
  TakeSharedPixels(info[0].As<Napi::Number>().Int64Value());
}

void PixelsHandle::Convert(const Napi::CallbackInfo& info) {
  const PixelFormat from = FormatFrom(info[1]);
  const PixelFormat to = FormatFrom(info[3]);
  const int width = info[4].As<Napi::Number>().Int32Value();
  const int height = info[5].As<Napi::Number>().Int32Value();
  ConvertPixels(
      Const(PlanesFrom(info[0], from, info[4], info[5],
                       TightLayout(from, width, height))),
      PlanesFrom(info[2], to, info[4], info[5], TightLayout(to, width, height)),
      ColorMatrixOf(absl::nullopt));
}

Pixels PixelsHandle::From(const Napi::Value& value) {
  return Unwrap(value.As<Napi::Object>())->Open();
}

PixelsHandle::PixelsHandle(const Napi::CallbackInfo& info)
    : Napi::ObjectWrap<PixelsHandle>(info), pixels_(*Wrapped<Pixels>(info)) {
  const ConstPlanes planes = PlanesOf(*pixels_);
  size_ = static_cast<int64_t>(
      ByteCount(planes.format, planes.width, planes.height));
  TellV8(info.Env(), size_);
}

PixelsHandle::~PixelsHandle() {
  Close();
}

Napi::Value PixelsHandle::Format(const Napi::CallbackInfo& info) {
  return Napi::String::New(info.Env(), Name(PlanesOf(*Open()).format));
}

Napi::Value PixelsHandle::Width(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), Open()->width());
}

Napi::Value PixelsHandle::Height(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), Open()->height());
}

void PixelsHandle::CopyTo(const Napi::CallbackInfo& info) {
  const ConstPlanes part =
      PartOf(PlanesOf(*Open()), RectFrom(info[2], *Open()));
  const Napi::Env env = info.Env();
  const Planes target = PlanesFrom(
      info[0], FormatFrom(info[1]), Napi::Number::New(env, part.width),
      Napi::Number::New(env, part.height), LayoutFrom(info[3]));
  ConvertPixels(part, target, ColorMatrixOf(ColorSpaceFrom(info[4])));
}

Napi::Value PixelsHandle::TakeBytes(const Napi::CallbackInfo& info) {
  std::shared_ptr<uint8_t> memory = OwnI420Memory(*Open());
  if (!memory) {
    return info.Env().Null();
  }
  const napi_value bytes =
      Lend(info.Env(), std::move(memory), static_cast<size_t>(size_));
  if (bytes == nullptr) {
    return info.Env().Null();
  }
  Close();
  return {info.Env(), bytes};
}

Napi::Value PixelsHandle::Clone(const Napi::CallbackInfo& info) {
  return Returned(Environment::From(info.Env()), RefOf(Open()));
}

Napi::Value PixelsHandle::Share(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(),
                           static_cast<double>(SharePixels(Open())));
}

const Pixels& PixelsHandle::Open() const {
  if (!pixels_) {
    throw Napi::Error::New(Env(), "The pixels were closed");
  }
  return pixels_;
}

void PixelsHandle::Close() {
  if (pixels_) {
    pixels_ = nullptr;
    TellV8(Env(), -size_);
  }
}

}  // namespace nlw
