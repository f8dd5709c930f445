#include "native/env/value.h"

namespace nlw {

Value::Value() = default;
Value::Value(bool value) : variant_(value) {}
Value::Value(int value) : variant_(static_cast<double>(value)) {}
Value::Value(double value) : variant_(value) {}
Value::Value(const char* value) : variant_(std::string(value)) {}
Value::Value(std::string value) : variant_(std::move(value)) {}
Value::Value(rtc::CopyOnWriteBuffer value) : variant_(std::move(value)) {}
Value::Value(BytesView value) : variant_(value) {}
Value::Value(TextView value) : variant_(value) {}
Value::Value(NativeRef value) : variant_(std::move(value)) {}
Value::Value(std::shared_ptr<LateFact> value) : variant_(std::move(value)) {}
Value::Value(Array value) : variant_(std::move(value)) {}
Value::Value(Object value) : variant_(std::move(value)) {}
Value::Value(const Value&) = default;
Value::Value(Value&&) noexcept = default;
Value& Value::operator=(const Value&) = default;
Value& Value::operator=(Value&&) noexcept = default;
Value::~Value() = default;

}  // namespace nlw
