#ifndef NATIVE_ENV_VALUE_H_
#define NATIVE_ENV_VALUE_H_

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "api/array_view.h"
#include "rtc_base/copy_on_write_buffer.h"

namespace nlw {

// What a NativeRef holds; the environment knows the handle class of each kind.
enum class NativeKind {
  kPeerConnection,
  kDataChannel,
  kCertificate,
  kTransceiver,
  kTrack,
  kReader,
  kPixels,
  kVideoSource,
  kAudioSource,
};
inline constexpr size_t kNativeKinds = 9;

// A native object that becomes a JavaScript handle on arrival.
struct NativeRef {
  NativeKind kind;
  std::shared_ptr<void> object;
};

// Only of what is made on the JavaScript thread: bytes, or UTF-8, that stay
// until it has become a JavaScript value.
struct BytesView {
  const void* data;
  size_t size;
};
struct TextView {
  const char* data;
  size_t size;
};

struct Member;
class Value;

// A fact that is made when it arrives, on the JavaScript thread.
class LateFact {
 public:
  virtual ~LateFact() = default;
  // False when there is none any more: then the whole task is dropped.
  // `numbers` are shared with JavaScript, which reads them while it handles the
  // task: what has nothing else beside it costs no object that way.
  virtual bool Make(Value& out, rtc::ArrayView<double> numbers) = 0;
};

// Of LateFact::Make: how many there are room for.
inline constexpr size_t kSharedNumbers = 8;

// A fact on its way to JavaScript: copied on one of libwebrtc's threads, made
// a JavaScript value on the JavaScript thread. Holds no napi value.
class Value {
 public:
  using Array = std::vector<Value>;
  using Object = std::vector<Member>;
  using Variant = std::variant<std::monostate,
                               bool,
                               double,
                               std::string,
                               rtc::CopyOnWriteBuffer,
                               BytesView,
                               TextView,
                               NativeRef,
                               std::shared_ptr<LateFact>,
                               Array,
                               Object>;

  // Implicit, so that facts can be listed as they are.
  // JavaScript's null.
  Value();
  Value(bool value);                       // NOLINT(runtime/explicit)
  Value(int value);                        // NOLINT(runtime/explicit)
  Value(double value);                     // NOLINT(runtime/explicit)
  Value(const char* value);                // NOLINT(runtime/explicit)
  Value(std::string value);                // NOLINT(runtime/explicit)
  Value(rtc::CopyOnWriteBuffer value);     // NOLINT(runtime/explicit)
  Value(NativeRef value);                  // NOLINT(runtime/explicit)
  Value(std::shared_ptr<LateFact> value);  // NOLINT(runtime/explicit)
  Value(Array value);                      // NOLINT(runtime/explicit)
  Value(Object value);                     // NOLINT(runtime/explicit)
  // Not listed among others: what they view has to stay.
  explicit Value(BytesView value);
  explicit Value(TextView value);
  Value(const Value&);
  Value(Value&&) noexcept;
  Value& operator=(const Value&);
  Value& operator=(Value&&) noexcept;
  ~Value();

  const Variant& variant() const { return variant_; }

 private:
  Variant variant_;
};

struct Member {
  std::string name;
  Value value;
};

template <typename Optional>
Value ValueOrNull(const Optional& optional) {
  return optional ? Value(*optional) : Value();
}

}  // namespace nlw

#endif  // NATIVE_ENV_VALUE_H_
