#include "native/handles/pixel_arguments.h"

#include <string>

#include "native/convert/color_space.h"
#include "native/convert/from_napi.h"

namespace nlw {
namespace {

// NaN lies outside too.
int Within(Napi::Env env, double number, int min, int max) {
  if (!(number >= min && number <= max)) {
    throw Napi::RangeError::New(env, "Outside of the picture");
  }
  return static_cast<int>(number);
}

}  // namespace

Bytes BytesFrom(const Napi::Value& array) {
  napi_typedarray_type type;
  size_t length = 0;
  void* data = nullptr;
  if (napi_get_typedarray_info(array.Env(), array, &type, &length, &data,
                               nullptr, nullptr) != napi_ok ||
      type != napi_uint8_array) {
    throw Napi::TypeError::New(array.Env(), "No Uint8Array");
  }
  return {static_cast<uint8_t*>(data), data == nullptr ? 0 : length};
}

PixelFormat FormatFrom(const Napi::Value& name) {
  PixelFormat format;
  if (!FromName(name.As<Napi::String>().Utf8Value(), format)) {
    throw Napi::TypeError::New(name.Env(), "No pixel format");
  }
  return format;
}

std::vector<PlaneLayout> LayoutFrom(const Napi::Value& planes) {
  const Napi::Array array = planes.As<Napi::Array>();
  std::vector<PlaneLayout> layout;
  for (uint32_t i = 0; i < array.Length(); ++i) {
    const Napi::Object plane = array.Get(i).As<Napi::Object>();
    layout.push_back(
        {DoubleMember(plane, "offset"), DoubleMember(plane, "stride")});
  }
  return layout;
}

absl::optional<webrtc::ColorSpace> ColorSpaceFrom(const Napi::Value& value) {
  if (value.IsNull()) {
    return absl::nullopt;
  }
  const Napi::Object object = value.As<Napi::Object>();
  return ColorSpaceFrom(OptionalStringMember(object, "primaries"),
                        OptionalStringMember(object, "transfer"),
                        OptionalStringMember(object, "matrix"),
                        OptionalBoolMember(object, "fullRange"));
}

PixelRect RectFrom(const Napi::Value& rect,
                   const webrtc::VideoFrameBuffer& pixels) {
  const Napi::Object object = rect.As<Napi::Object>();
  const Napi::Env env = rect.Env();
  PixelRect result;
  result.x = Within(env, DoubleMember(object, "x"), 0, pixels.width() - 1);
  result.y = Within(env, DoubleMember(object, "y"), 0, pixels.height() - 1);
  result.width =
      Within(env, DoubleMember(object, "width"), 1, pixels.width() - result.x);
  result.height = Within(env, DoubleMember(object, "height"), 1,
                         pixels.height() - result.y);
  return result;
}

Planes PlanesFrom(const Napi::Value& array,
                  PixelFormat format,
                  const Napi::Value& width,
                  const Napi::Value& height,
                  const std::vector<PlaneLayout>& layout) {
  const Bytes bytes = BytesFrom(array);
  const auto planes = PlanesIn(bytes.data, bytes.length, format,
                               width.As<Napi::Number>().DoubleValue(),
                               height.As<Napi::Number>().DoubleValue(), layout);
  if (!planes) {
    throw Napi::RangeError::New(array.Env(), "The planes lie outside");
  }
  return *planes;
}

}  // namespace nlw
