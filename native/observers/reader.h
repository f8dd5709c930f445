#ifndef NATIVE_OBSERVERS_READER_H_
#define NATIVE_OBSERVERS_READER_H_

#include <memory>
#include <utility>

#include "native/env/js_thread.h"
#include "native/env/value.h"
#include "native/media/ring.h"
#include "native/media/track_reader.h"

namespace nlw {

// One of JavaScript's readers of a track: the events `reader`. It is called as
// a TrackReader is; Close() is the JavaScript thread's.
class Reader {
 public:
  virtual ~Reader() = default;

  int id() const { return id_; }
  // No event comes after it.
  virtual void Close() = 0;
  // Of the same object.
  virtual std::shared_ptr<TrackReader> track_reader() = 0;

 protected:
  explicit Reader(int id) : id_(id) {}

 private:
  const int id_;
};

// One whose facts wait for JavaScript in a ring, and are made when it comes to
// them.
template <typename Item, typename Base>
class RingReader : public Reader,
                   public Base,
                   public LateFact,
                   public std::enable_shared_from_this<RingReader<Item, Base>> {
 public:
  void Close() override { ring_.Close(); }
  std::shared_ptr<TrackReader> track_reader() override {
    return this->shared_from_this();
  }

 protected:
  RingReader(int id,
             std::shared_ptr<JsThread> door,
             const char* event,
             size_t capacity)
      : Reader(id), door_(std::move(door)), event_(event), ring_(capacity) {}

  void Push(Item item) {
    if (ring_.Push(std::move(item))) {
      door_->PostEvent(id(), event_,
                       std::shared_ptr<LateFact>(this->shared_from_this()));
    }
  }

 private:
  // JavaScript thread.
  virtual Value Fact(Item item,
                     int discarded,
                     rtc::ArrayView<double> numbers) = 0;

  bool Make(Value& out, rtc::ArrayView<double> numbers) override {
    auto taken = ring_.Take();
    if (taken) {
      out = Fact(std::move(taken->item), taken->discarded, numbers);
    }
    return taken.has_value();
  }

  const std::shared_ptr<JsThread> door_;
  const char* const event_;
  Ring<Item> ring_;
};

}  // namespace nlw

#endif  // NATIVE_OBSERVERS_READER_H_
