#ifndef NATIVE_MEDIA_RING_H_
#define NATIVE_MEDIA_RING_H_

#include <cstddef>
#include <deque>
#include <optional>
#include <utility>

#include "rtc_base/synchronization/mutex.h"
#include "rtc_base/thread_annotations.h"

namespace nlw {

// What waits for one who takes it with a task for each item, so many at most:
// then the oldest makes room, and the new one comes with the old one's task.
// Any thread.
template <typename Item>
class Ring {
 public:
  struct Taken {
    Item item;
    // That were dropped since the last one was taken.
    int discarded;
  };

  explicit Ring(size_t capacity) : capacity_(capacity) {}

  // True when a task is due for it.
  bool Push(Item item) {
    // Outlives the lock: dropping an item may take a while.
    std::optional<Item> oldest;
    webrtc::MutexLock lock(&mutex_);
    if (closed_) {
      return false;
    }
    const bool full = items_.size() == capacity_;
    if (full) {
      oldest = std::move(items_.front());
      items_.pop_front();
      ++discarded_;
    }
    items_.push_back(std::move(item));
    return !full;
  }

  // Nothing when it was closed meanwhile.
  std::optional<Taken> Take() {
    webrtc::MutexLock lock(&mutex_);
    if (items_.empty()) {
      return std::nullopt;
    }
    Taken taken{std::move(items_.front()), std::exchange(discarded_, 0)};
    items_.pop_front();
    return taken;
  }

  // Drops what waits, and what comes.
  void Close() {
    std::deque<Item> dropped;
    webrtc::MutexLock lock(&mutex_);
    closed_ = true;
    dropped.swap(items_);
  }

 private:
  const size_t capacity_;
  webrtc::Mutex mutex_;
  bool closed_ RTC_GUARDED_BY(mutex_) = false;
  std::deque<Item> items_ RTC_GUARDED_BY(mutex_);
  int discarded_ RTC_GUARDED_BY(mutex_) = 0;
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_RING_H_
