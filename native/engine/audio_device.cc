#include "native/engine/audio_device.h"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <utility>

#include "api/make_ref_counted.h"
#include "api/units/time_delta.h"
#include "api/units/timestamp.h"
#include "modules/audio_device/include/audio_device_default.h"
#include "native/engine/thread_check.h"
#include "rtc_base/thread.h"
#include "rtc_base/time_utils.h"

namespace nlw {
namespace {

constexpr int kSampleRate = 48000;
// The mix is dropped: one channel is the cheapest, and leaves what the sinks of
// single tracks get as it was decoded.
constexpr size_t kChannels = 1;
constexpr size_t kSamplesPerBlock = kSampleRate / 100;
constexpr int64_t kBlockUs = 10'000;
// After a longer stall the lost time is skipped, not caught up with.
constexpr int64_t kMaxLagUs = 100'000;
// What libwebrtc leaves out when it puts sound and picture together: the block
// that is pulled is heard now, and counts no more as delay; and decoders give
// sound late, Opus by 6.5 ms.
constexpr uint16_t kPlayoutDelayMs = 10 + 7;

class AudioDevice : public webrtc::webrtc_impl::AudioDeviceModuleDefault<
                        webrtc::AudioDeviceModule> {
 public:
  AudioDevice(const webrtc::TaskQueueFactory& task_queue_factory,
              rtc::scoped_refptr<ReceivedAudio> received)
      : task_queue_factory_(task_queue_factory),
        received_(std::move(received)) {}
  ~AudioDevice() override { StopPlayout(); }

  int32_t ActiveAudioLayer(AudioLayer* layer) const override {
    *layer = kDummyAudio;
    return 0;
  }

  int32_t RegisterAudioCallback(webrtc::AudioTransport* transport) override {
    std::lock_guard<std::mutex> lock(transport_mutex_);
    transport_ = transport;
    return 0;
  }

  int32_t Terminate() override { return StopPlayout(); }

  int32_t PlayoutIsAvailable(bool* available) override {
    *available = true;
    return 0;
  }

  int32_t StartPlayout() override {
    NLW_DCHECK_RUN_ON(worker_);
    if (queue_)
      return 0;
    queue_ = task_queue_factory_.CreateTaskQueue(
        "audio-device", webrtc::TaskQueueFactory::Priority::HIGH);
    queue_->PostTask([this, next_us = rtc::TimeMicros()] { Pull(next_us); });
    return 0;
  }

  // Waits for a pull that is under way.
  int32_t StopPlayout() override {
    NLW_DCHECK_RUN_ON(worker_);
    queue_ = nullptr;
    return 0;
  }

  bool Playing() const override { return queue_ != nullptr; }

  int32_t PlayoutDelay(uint16_t* delay_ms) const override {
    *delay_ms = kPlayoutDelayMs;
    return 0;
  }

  // libwebrtc starts recording with the first sending stream and asks back.
  int32_t StartRecording() override {
    recording_ = true;
    return 0;
  }

  int32_t StopRecording() override {
    recording_ = false;
    return 0;
  }

  bool Recording() const override { return recording_; }

  absl::optional<Stats> GetStats() const override {
    Stats stats;
    stats.total_samples_count = pulled_samples_;
    stats.total_samples_duration_s =
        static_cast<double>(stats.total_samples_count) / kSampleRate;
    return stats;
  }

 private:
  // On `queue_`. `due_us`: when this block was to be pulled.
  void Pull(int64_t due_us) {
    {
      std::lock_guard<std::mutex> lock(transport_mutex_);
      if (transport_) {
        received_->SetDue(due_us);
        size_t samples = 0;
        int64_t elapsed_ms = 0;
        int64_t ntp_ms = 0;
        transport_->NeedMorePlayData(
            kSamplesPerBlock, sizeof(int16_t) * kChannels, kChannels,
            kSampleRate, block_.data(), samples, &elapsed_ms, &ntp_ms);
      }
    }
    pulled_samples_ += kSamplesPerBlock;

    const int64_t now_us = rtc::TimeMicros();
    int64_t next_us = due_us + kBlockUs;
    if (now_us - next_us > kMaxLagUs)
      next_us = now_us;
    webrtc::TaskQueueBase::Current()->PostDelayedHighPrecisionTask(
        [this, next_us] { Pull(next_us); },
        webrtc::TimeDelta::Micros(next_us - now_us));
  }

  rtc::Thread* const worker_ = rtc::Thread::Current();
  const webrtc::TaskQueueFactory& task_queue_factory_;
  const rtc::scoped_refptr<ReceivedAudio> received_;
  std::unique_ptr<webrtc::TaskQueueBase, webrtc::TaskQueueDeleter> queue_;
  bool recording_ = false;

  std::mutex transport_mutex_;
  webrtc::AudioTransport* transport_ = nullptr;

  std::array<int16_t, kSamplesPerBlock * kChannels> block_{};
  std::atomic<uint64_t> pulled_samples_{0};
};

}  // namespace

rtc::scoped_refptr<webrtc::AudioDeviceModule> CreateAudioDevice(
    const webrtc::TaskQueueFactory& task_queue_factory,
    rtc::scoped_refptr<ReceivedAudio> received) {
  return rtc::make_ref_counted<AudioDevice>(task_queue_factory,
                                            std::move(received));
}

}  // namespace nlw
