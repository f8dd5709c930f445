#include <map>
#include <type_traits>
#include <utility>
#include <variant>

#include "native/convert/facts.h"

namespace nlw {
namespace {

Value StatValue(bool value) {
  return value;
}
// Numbers beyond 2^53 lose bits, as in a browser.
template <typename Number,
          typename = std::enable_if_t<std::is_arithmetic_v<Number>>>
Value StatValue(Number value) {
  return static_cast<double>(value);
}
Value StatValue(const std::string& value) {
  return value;
}
template <typename Item>
Value StatValue(const std::vector<Item>& value) {
  Value::Array array;
  array.reserve(value.size());
  for (const auto& item : value) {
    array.push_back(StatValue(static_cast<const Item&>(item)));
  }
  return array;
}
template <typename Number>
Value StatValue(const std::map<std::string, Number>& value) {
  Value::Object object;
  for (const auto& [name, number] : value) {
    object.push_back({name, StatValue(number)});
  }
  return object;
}

}  // namespace

Value StatsFact(const webrtc::RTCStatsReport& report) {
  Value::Array result;
  result.reserve(report.size());
  for (const webrtc::RTCStats& stats : report) {
    Value::Object object{
        {"type", stats.type()},
        {"id", stats.id()},
        {"timestamp", stats.timestamp().us<double>() / 1000},
    };
    for (const webrtc::Attribute& attribute : stats.Attributes()) {
      if (!attribute.has_value()) {
        continue;
      }
      object.push_back(
          {attribute.name(),
           std::visit([](const auto* value) { return StatValue(**value); },
                      attribute.as_variant())});
    }
    result.push_back(std::move(object));
  }
  return result;
}

}  // namespace nlw
