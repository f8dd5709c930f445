#include "native/handles/bytes.h"

#include <atomic>
#include <memory>
#include <utility>

#include "native/media/pixel_memory.h"

namespace nlw {
namespace {

// Of the process. More than that was forgotten by the garbage collector.
constexpr size_t kMaxOut = size_t{256} << 20;
std::atomic<size_t> bytes_out = 0;

struct Lent {
  Lent(std::shared_ptr<uint8_t> memory, size_t size)
      : size(size), memory(std::move(memory)) {
    bytes_out += size;
  }
  ~Lent() { bytes_out -= size; }

  const size_t size;
  const std::shared_ptr<uint8_t> memory;
};

void Return(napi_env, void*, void* lent) {
  delete static_cast<Lent*>(lent);
}

bool MayLend(double size) {
  return size > 0 &&
         size + static_cast<double>(bytes_out) <= static_cast<double>(kMaxOut);
}

}  // namespace

napi_value Lend(Napi::Env env, std::shared_ptr<uint8_t> memory, size_t size) {
  if (!MayLend(static_cast<double>(size))) {
    return nullptr;
  }
  auto lent = std::make_unique<Lent>(std::move(memory), size);
  napi_value buffer;
  if (napi_create_external_arraybuffer(env, lent->memory.get(), size, Return,
                                       lent.get(), &buffer) != napi_ok) {
    return nullptr;
  }
  lent.release();
  // V8 collects its youngest garbage once 32 MB of buffers hang on that, but
  // looks only where it allocates memory of a buffer itself. Else it would
  // mark all there is, at 64 MB.
  Napi::ArrayBuffer::New(env, 1);
  return buffer;
}

Napi::Value CreateBytes(const Napi::CallbackInfo& info) {
  const double length = info[0].As<Napi::Number>().DoubleValue();
  if (MayLend(length)) {
    const auto size = static_cast<size_t>(length);
    if (const napi_value lent = Lend(info.Env(), TakePixelMemory(size), size)) {
      return {info.Env(), lent};
    }
  }
  if (!(length >= 0 && length <= 9007199254740991.0)) {
    throw Napi::RangeError::New(info.Env(), "No length of memory");
  }
  return Napi::ArrayBuffer::New(info.Env(), static_cast<size_t>(length));
}

}  // namespace nlw
