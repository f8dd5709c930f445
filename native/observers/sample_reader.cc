#include "native/observers/sample_reader.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "api/function_view.h"
#include "native/media/block_maker.h"
#include "native/media/received_times.h"

namespace nlw {
namespace {

struct Samples {
  // Interleaved.
  std::vector<int16_t> samples;
  AudioForm form;
  size_t frame_count = 0;
  int64_t timestamp_us = 0;
  ReceivedTimes times;

  // Memory that is there is used again.
  void Assign(const AudioBlock& block) {
    samples.assign(block.samples,
                   block.samples + block.frame_count * block.channel_count);
    form = {block.sample_rate, block.channel_count};
    frame_count = block.frame_count;
    timestamp_us = block.timestamp_us;
    times = block.received;
  }

  void Append(const AudioBlock& block) {
    samples.insert(samples.end(), block.samples,
                   block.samples + block.frame_count * block.channel_count);
    frame_count += block.frame_count;
  }
};

double NumberOrNaN(const std::optional<double>& number) {
  return number.value_or(std::numeric_limits<double>::quiet_NaN());
}

// As a Ring, but its items keep their memory: a block is copied into it, and
// taken by an exchange, which is a tenth of what a block costs in all. Any
// thread.
class SampleRing {
 public:
  explicit SampleRing(size_t capacity) : capacity_(capacity) {}

  // True when a task is due. `fill` gets the item.
  bool Push(rtc::FunctionView<void(Samples&)> fill) {
    webrtc::MutexLock lock(&mutex_);
    if (closed_) {
      return false;
    }
    if (count_ == items_.size() && count_ < capacity_) {
      std::rotate(items_.begin(), items_.begin() + first_, items_.end());
      first_ = 0;
      items_.emplace_back();
    }
    const bool full = count_ == items_.size();
    if (full) {
      first_ = (first_ + 1) % items_.size();
      ++discarded_;
    } else {
      ++count_;
    }
    fill(items_[(first_ + count_ - 1) % items_.size()]);
    return !full;
  }

  // How many were dropped since the last one; nothing when it was closed.
  std::optional<int> Take(Samples& out) {
    webrtc::MutexLock lock(&mutex_);
    if (count_ == 0) {
      return std::nullopt;
    }
    std::swap(out, items_[first_]);
    first_ = (first_ + 1) % items_.size();
    if (--count_ == 0) {
      // The same few are used again, and what a stall has left goes.
      first_ = 0;
      items_.resize(std::min(items_.size(), kKept));
    }
    return std::exchange(discarded_, 0);
  }

  void Close() {
    std::vector<Samples> dropped;
    webrtc::MutexLock lock(&mutex_);
    closed_ = true;
    count_ = 0;
    dropped.swap(items_);
  }

 private:
  static constexpr size_t kKept = 4;

  const size_t capacity_;
  webrtc::Mutex mutex_;
  bool closed_ RTC_GUARDED_BY(mutex_) = false;
  std::vector<Samples> items_ RTC_GUARDED_BY(mutex_);
  // Of those that wait: where the first one is, and how many.
  size_t first_ RTC_GUARDED_BY(mutex_) = 0;
  size_t count_ RTC_GUARDED_BY(mutex_) = 0;
  int discarded_ RTC_GUARDED_BY(mutex_) = 0;
};

class SampleReader : public Reader,
                     public TrackReader,
                     public LateFact,
                     public std::enable_shared_from_this<SampleReader> {
 public:
  SampleReader(int id,
               std::shared_ptr<JsThread> door,
               size_t capacity,
               const SampleReaderOptions& options)
      : Reader(id),
        door_(std::move(door)),
        ring_(capacity),
        sample_rate_(options.sample_rate),
        channel_count_(options.channel_count),
        blocks_per_event_(options.blocks_per_event) {}

  void OnBlock(const AudioBlock& block) override {
    const AudioForm has = {block.sample_rate, block.channel_count};
    const AudioForm wanted = {sample_rate_.value_or(has.sample_rate),
                              channel_count_
                                  ? static_cast<size_t>(*channel_count_)
                                  : has.channel_count};
    if (wanted == has) {
      Take(block);
      return;
    }
    blocks_.Push(block, wanted);
    while (const auto made = blocks_.Take()) {
      AudioBlock view = made->view();
      view.received = block.received;
      Take(view);
    }
  }

  void Close() override { ring_.Close(); }
  std::shared_ptr<TrackReader> track_reader() override {
    return shared_from_this();
  }

 private:
  // An event has blocks of one form: it is a shorter one where that changes.
  void Take(const AudioBlock& block) {
    if (blocks_per_event_ == 1) {
      Push([&](Samples& item) { item.Assign(block); });
      return;
    }
    if (joined_blocks_ > 0 &&
        joined_.form != AudioForm{block.sample_rate, block.channel_count}) {
      PushJoined();
    }
    if (joined_blocks_ > 0) {
      joined_.Append(block);
    } else {
      joined_.Assign(block);
    }
    if (++joined_blocks_ >= blocks_per_event_) {
      PushJoined();
    }
  }

  void PushJoined() {
    Push([&](Samples& item) { std::swap(item, joined_); });
    joined_blocks_ = 0;
  }

  void Push(rtc::FunctionView<void(Samples&)> fill) {
    if (ring_.Push(fill)) {
      door_->PostEvent(id(), "audioblock",
                       std::shared_ptr<LateFact>(shared_from_this()));
    }
  }

  // In the order of NativeAudioBlock's numbers in lib/native-frames.ts.
  bool Make(Value& out, rtc::ArrayView<double> numbers) override {
    // Of all readers: one memory more, not one for each.
    thread_local Samples taken;
    const std::optional<int> discarded = ring_.Take(taken);
    if (!discarded) {
      return false;
    }
    numbers[0] = taken.form.sample_rate;
    numbers[1] = static_cast<double>(taken.form.channel_count);
    numbers[2] = static_cast<double>(taken.frame_count);
    numbers[3] = static_cast<double>(taken.timestamp_us);
    numbers[4] = NumberOrNaN(taken.times.capture_ms);
    numbers[5] = NumberOrNaN(taken.times.receive_ms);
    numbers[6] = NumberOrNaN(taken.times.rtp_timestamp);
    numbers[7] = *discarded;
    out = Value(BytesView{taken.samples.data(),
                          taken.samples.size() * sizeof(int16_t)});
    return true;
  }

  const std::shared_ptr<JsThread> door_;
  SampleRing ring_;
  const std::optional<int> sample_rate_;
  const std::optional<int> channel_count_;
  const int blocks_per_event_;
  BlockMaker blocks_;
  // What waits to become an event.
  Samples joined_;
  int joined_blocks_ = 0;
};

}  // namespace

std::shared_ptr<Reader> MakeSampleReader(int id,
                                         std::shared_ptr<JsThread> door,
                                         size_t capacity,
                                         const SampleReaderOptions& options) {
  return std::make_shared<SampleReader>(id, std::move(door), capacity, options);
}

}  // namespace nlw
