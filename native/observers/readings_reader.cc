#include "native/observers/readings_reader.h"

#include <utility>
#include <variant>

#include "native/media/pattern_reader.h"

namespace nlw {
namespace {

// Half a minute of video.
constexpr size_t kCapacity = 1000;

using Reading = std::variant<VideoReading, AudioReading>;

Value FactOf(const VideoReading& reading) {
  return Value::Object{
      {"width", reading.width},
      {"height", reading.height},
      {"counter", reading.counter ? Value(static_cast<double>(*reading.counter))
                                  : Value()},
      {"luma", reading.luma},
      {"timestamp", static_cast<double>(reading.timestamp_us)},
  };
}

Value FactOf(const AudioReading& reading) {
  return Value::Object{
      {"sampleRate", reading.sample_rate},
      {"channelCount", reading.channel_count},
      {"level", reading.level},
      {"frequency", ValueOrNull(reading.frequency)},
  };
}

class ReadingsReader : public RingReader<Reading, PatternReader> {
 public:
  ReadingsReader(int id, std::shared_ptr<JsThread> door, bool is_video)
      : RingReader(id,
                   std::move(door),
                   is_video ? "videoreading" : "audioreading",
                   kCapacity) {}

 private:
  void OnReading(const VideoReading& reading) override { Push(reading); }
  void OnReading(const AudioReading& reading) override { Push(reading); }

  Value Fact(Reading reading,
             int /*discarded*/,
             rtc::ArrayView<double>) override {
    return std::visit([](const auto& each) { return FactOf(each); }, reading);
  }
};

}  // namespace

std::shared_ptr<Reader> MakeReadingsReader(int id,
                                           std::shared_ptr<JsThread> door,
                                           bool is_video) {
  return std::make_shared<ReadingsReader>(id, std::move(door), is_video);
}

}  // namespace nlw
