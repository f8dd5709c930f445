#include "native/env/to_napi.h"

#include <cstring>
#include <vector>

namespace nlw {
namespace {

// Node-API's C functions: those of C++ make an exception of every failure.
struct Converter {
  Environment& environment;
  napi_env env;
  napi_value result = nullptr;

  napi_value If(napi_status status) {
    return status == napi_ok ? result : nullptr;
  }

  napi_value operator()(std::monostate) {
    return If(napi_get_null(env, &result));
  }
  napi_value operator()(bool value) {
    return If(napi_get_boolean(env, value, &result));
  }
  napi_value operator()(double value) {
    return If(napi_create_double(env, value, &result));
  }
  napi_value operator()(const std::string& value) {
    return (*this)(TextView{value.data(), value.size()});
  }
  napi_value operator()(const TextView& value) {
    return If(napi_create_string_utf8(env, value.data, value.size, &result));
  }
  napi_value operator()(const rtc::CopyOnWriteBuffer& value) {
    return (*this)(BytesView{value.cdata(), value.size()});
  }
  napi_value operator()(const BytesView& value) {
    void* data = nullptr;
    if (napi_create_arraybuffer(env, value.size, &data, &result) != napi_ok) {
      return nullptr;
    }
    if (value.size > 0) {
      std::memcpy(data, value.data, value.size);
    }
    return result;
  }
  napi_value operator()(const NativeRef& value) {
    return environment.Wrap(value);
  }
  napi_value operator()(const std::shared_ptr<LateFact>& value) {
    Value fact;
    return value->Make(fact, environment.numbers()) ? ToNapi(environment, fact)
                                                    : nullptr;
  }
  napi_value operator()(const Value::Array& value) {
    napi_value array;
    if (napi_create_array_with_length(env, value.size(), &array) != napi_ok) {
      return nullptr;
    }
    for (size_t i = 0; i < value.size(); ++i) {
      napi_value item = ToNapi(environment, value[i]);
      if (item == nullptr || napi_set_element(env, array, i, item) != napi_ok) {
        return nullptr;
      }
    }
    return array;
  }
  napi_value operator()(const Value::Object& value) {
    std::vector<napi_property_descriptor> properties(value.size());
    for (size_t i = 0; i < value.size(); ++i) {
      properties[i].utf8name = value[i].name.c_str();
      properties[i].value = ToNapi(environment, value[i].value);
      properties[i].attributes = napi_default_jsproperty;
      if (properties[i].value == nullptr) {
        return nullptr;
      }
    }
    napi_value object;
    if (napi_create_object(env, &object) != napi_ok ||
        napi_define_properties(env, object, properties.size(),
                               properties.data()) != napi_ok) {
      return nullptr;
    }
    return object;
  }
};

}  // namespace

napi_value ToNapi(Environment& environment, const Value& value) {
  return std::visit(Converter{environment, environment.env()}, value.variant());
}

Napi::Value Returned(Environment& environment, const Value& value) {
  napi_value result = ToNapi(environment, value);
  return result == nullptr ? environment.env().Undefined()
                           : Napi::Value(environment.env(), result);
}

}  // namespace nlw
