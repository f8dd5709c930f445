#include "native/observers/sample_reader.h"

#include <limits>
#include <optional>
#include <utility>

#include "native/media/block_maker.h"
#include "native/media/received_times.h"

namespace nlw {
namespace {

struct Samples {
  rtc::CopyOnWriteBuffer bytes;
  AudioForm form;
  size_t frame_count;
  int64_t timestamp_us;
  ReceivedTimes times;
};

double NumberOrNaN(const std::optional<double>& number) {
  return number.value_or(std::numeric_limits<double>::quiet_NaN());
}

class SampleReader : public RingReader<Samples, TrackReader> {
 public:
  SampleReader(int id,
               std::shared_ptr<JsThread> door,
               size_t capacity,
               const SampleReaderOptions& options)
      : RingReader(id, std::move(door), "audioblock", capacity),
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
      Take(SamplesOf(block));
      return;
    }
    blocks_.Push(block, wanted);
    while (const auto made = blocks_.Take()) {
      AudioBlock view = made->view();
      view.received = block.received;
      Take(SamplesOf(view));
    }
  }

 private:
  Samples SamplesOf(const AudioBlock& block) {
    rtc::CopyOnWriteBuffer bytes;
    {
      webrtc::MutexLock lock(&spare_mutex_);
      bytes = std::move(spare_);
    }
    bytes.SetData(reinterpret_cast<const uint8_t*>(block.samples),
                  block.frame_count * block.channel_count * sizeof(int16_t));
    return {std::move(bytes),
            {block.sample_rate, block.channel_count},
            block.frame_count,
            block.timestamp_us,
            block.received};
  }

  // An event has blocks of one form: it is a shorter one where that changes.
  void Take(Samples block) {
    if (blocks_per_event_ == 1) {
      Push(std::move(block));
      return;
    }
    if (joined_ && joined_->form != block.form) {
      PushJoined();
    }
    if (joined_) {
      joined_->bytes.AppendData(block.bytes);
      joined_->frame_count += block.frame_count;
    } else {
      joined_ = std::move(block);
    }
    if (++joined_blocks_ >= blocks_per_event_) {
      PushJoined();
    }
  }

  void PushJoined() {
    Push(*std::exchange(joined_, std::nullopt));
    joined_blocks_ = 0;
  }

  // In the order of NativeAudioBlock's numbers in lib/native-frames.ts.
  Value Fact(Samples samples,
             int discarded,
             rtc::ArrayView<double> numbers) override {
    const ReceivedTimes& times = samples.times;
    numbers[0] = samples.form.sample_rate;
    numbers[1] = static_cast<double>(samples.form.channel_count);
    numbers[2] = static_cast<double>(samples.frame_count);
    numbers[3] = static_cast<double>(samples.timestamp_us);
    numbers[4] = NumberOrNaN(times.capture_ms);
    numbers[5] = NumberOrNaN(times.receive_ms);
    numbers[6] = NumberOrNaN(times.rtp_timestamp);
    numbers[7] = discarded;
    webrtc::MutexLock lock(&spare_mutex_);
    spare_ = samples.bytes;
    return std::move(samples.bytes);
  }

  const std::optional<int> sample_rate_;
  const std::optional<int> channel_count_;
  const int blocks_per_event_;
  BlockMaker blocks_;
  webrtc::Mutex spare_mutex_;
  // Of the last event: memory for a block to come, once JavaScript has it.
  rtc::CopyOnWriteBuffer spare_ RTC_GUARDED_BY(spare_mutex_);
  // What waits to become an event.
  std::optional<Samples> joined_;
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
