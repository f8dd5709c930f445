#include "native/media/pixel_memory.h"

#include <algorithm>
#include <deque>
#include <new>

#include "rtc_base/synchronization/mutex.h"
#include "rtc_base/thread_annotations.h"

namespace nlw {
namespace {

constexpr std::align_val_t kAlignment{64};
// Sizes that differ little share a block.
constexpr size_t kGrain = size_t{64} << 10;
constexpr size_t kMaxKept = size_t{128} << 20;

class Pool {
 public:
  uint8_t* Take(size_t size) {
    {
      webrtc::MutexLock lock(&mutex_);
      // The newest is warmest.
      const auto found = std::find_if(
          kept_.rbegin(), kept_.rend(),
          [size](const Block& block) { return block.size == size; });
      if (found != kept_.rend()) {
        uint8_t* const data = found->data;
        kept_bytes_ -= size;
        kept_.erase(std::next(found).base());
        return data;
      }
    }
    return static_cast<uint8_t*>(::operator new(size, kAlignment));
  }

  void Give(uint8_t* data, size_t size) {
    std::deque<Block> dropped;
    {
      webrtc::MutexLock lock(&mutex_);
      kept_.push_back({data, size});
      kept_bytes_ += size;
      while (kept_bytes_ > kMaxKept) {
        kept_bytes_ -= kept_.front().size;
        dropped.push_back(kept_.front());
        kept_.pop_front();
      }
    }
    for (const Block& block : dropped) {
      ::operator delete(block.data, kAlignment);
    }
  }

 private:
  struct Block {
    uint8_t* data;
    size_t size;
  };

  webrtc::Mutex mutex_;
  // Oldest first.
  std::deque<Block> kept_ RTC_GUARDED_BY(mutex_);
  size_t kept_bytes_ RTC_GUARDED_BY(mutex_) = 0;
};

Pool& ThePool() {
  static Pool* const pool = new Pool;
  return *pool;
}

}  // namespace

std::shared_ptr<uint8_t> TakePixelMemory(size_t size) {
  const size_t rounded =
      (std::max<size_t>(size, 1) + kGrain - 1) / kGrain * kGrain;
  return {ThePool().Take(rounded),
          [rounded](uint8_t* data) { ThePool().Give(data, rounded); }};
}

}  // namespace nlw
