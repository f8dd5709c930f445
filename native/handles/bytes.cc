#include "native/handles/bytes.h"

#include <atomic>
#include <memory>

#include "native/media/pixel_memory.h"

namespace nlw {
namespace {

// Of the process. More than that was forgotten by the garbage collector.
constexpr size_t kMaxOut = size_t{256} << 20;
std::atomic<size_t> bytes_out = 0;

struct Lent {
  explicit Lent(size_t size) : size(size), memory(TakePixelMemory(size)) {
    bytes_out += size;
  }
  ~Lent() { bytes_out -= size; }

  const size_t size;
  const std::shared_ptr<uint8_t> memory;
};

void Return(napi_env, void*, void* lent) {
  delete static_cast<Lent*>(lent);
}

}  // namespace

Napi::Value CreateBytes(const Napi::CallbackInfo& info) {
  const double length = info[0].As<Napi::Number>().DoubleValue();
  if (length > 0 &&
      length + static_cast<double>(bytes_out) <= static_cast<double>(kMaxOut)) {
    auto lent = std::make_unique<Lent>(static_cast<size_t>(length));
    napi_value buffer;
    if (napi_create_external_arraybuffer(info.Env(), lent->memory.get(),
                                         lent->size, Return, lent.get(),
                                         &buffer) == napi_ok) {
      lent.release();
      return {info.Env(), buffer};
    }
  }
  if (!(length >= 0 && length <= 9007199254740991.0)) {
    throw Napi::RangeError::New(info.Env(), "No length of memory");
  }
  return Napi::ArrayBuffer::New(info.Env(), static_cast<size_t>(length));
}

}  // namespace nlw
