#include "native/env/to_napi.h"

#include <cstring>

namespace nlw {
namespace {

struct Converter {
  Environment& environment;
  Napi::Env env;

  Napi::Value operator()(std::monostate) { return env.Null(); }
  Napi::Value operator()(bool value) { return Napi::Boolean::New(env, value); }
  Napi::Value operator()(double value) { return Napi::Number::New(env, value); }
  Napi::Value operator()(const std::string& value) {
    return Napi::String::New(env, value);
  }
  Napi::Value operator()(const rtc::CopyOnWriteBuffer& value) {
    Napi::ArrayBuffer buffer = Napi::ArrayBuffer::New(env, value.size());
    if (value.size() > 0) {
      std::memcpy(buffer.Data(), value.cdata(), value.size());
    }
    return buffer;
  }
  Napi::Value operator()(const NativeRef& value) {
    return environment.Wrap(value);
  }
  Napi::Value operator()(const Value::Array& value) {
    Napi::Array array = Napi::Array::New(env, value.size());
    uint32_t index = 0;
    for (const Value& item : value) {
      array.Set(index++, ToNapi(environment, item));
    }
    return array;
  }
  Napi::Value operator()(const Value::Object& value) {
    Napi::Object object = Napi::Object::New(env);
    for (const Member& member : value) {
      object.Set(member.name, ToNapi(environment, member.value));
    }
    return object;
  }
};

}  // namespace

Napi::Value ToNapi(Environment& environment, const Value& value) {
  return std::visit(Converter{environment, environment.env()}, value.variant());
}

}  // namespace nlw
