// Audio that a program writes: formats, rates, blocks, and when they leave.

#include "native/media/audio_input.h"

#include <atomic>
#include <cmath>
#include <cstring>
#include <mutex>
#include <numbers>
#include <set>
#include <utility>
#include <vector>

#include "native/media/channel_mix.h"
#include "native/media/sample_format.h"
#include "native/media/tone_reader.h"
#include "native/media/written_audio_source.h"
#include "rtc_base/time_utils.h"
#include "test/native/check.h"
#include "test/native/tracks.h"

namespace nlw {
namespace {

template <typename Sample>
std::vector<int16_t> Converted(SampleFormat::Type type,
                               bool is_planar,
                               const std::vector<Sample>& samples,
                               size_t channels) {
  // Off every alignment, and in a block of exactly its size.
  const size_t size = samples.size() * sizeof(Sample);
  const std::unique_ptr<uint8_t[]> bytes(new uint8_t[size + 1]);
  std::memcpy(bytes.get() + 1, samples.data(), size);
  return ToInt16(bytes.get() + 1, {type, is_planar}, samples.size() / channels,
                 channels);
}

void EveryFormatBecomesSixteenBits() {
  using Type = SampleFormat::Type;
  using Result = std::vector<int16_t>;
  CHECK((Converted<uint8_t>(Type::kU8, false, {0, 128, 255, 64}, 1) ==
         Result{-32768, 0, 32512, -16384}));
  CHECK((Converted<int16_t>(Type::kS16, true, {1, 2, 3, -4, -5, -6}, 2) ==
         Result{1, -4, 2, -5, 3, -6}));
  CHECK((Converted<int32_t>(Type::kS32, false,
                            {INT32_MAX, INT32_MIN, 0x18000, 0x7fff},
                            2) == Result{32767, -32768, 2, 0}));
  CHECK((Converted<float>(
             Type::kF32, false,
             {NAN, INFINITY, -INFINITY, 0.5F, -0.5F, 2, -2, 1, -1, 1e-30F},
             1) == Result{0, 32767, -32768, 16384, -16384, 32767, -32768, 32767,
                          -32768, 0}));
  std::set<std::pair<int, bool>> seen;
  for (const char* name : {"u8", "s16", "s32", "f32", "u8-planar", "s16-planar",
                           "s32-planar", "f32-planar"}) {
    SampleFormat format;
    CHECK(FromName(name, format));
    seen.emplace(static_cast<int>(format.type), format.is_planar);
  }
  SampleFormat format;
  CHECK(seen.size() == 8 && !FromName("s24", format));
}

void ChannelsAreMixedNoLouder() {
  for (size_t from = 1; from <= kMaxChannels; ++from) {
    for (size_t to = 1; to <= kMaxChannels; ++to) {
      std::vector<int16_t> loud(from * 3, 32767);
      std::vector<int16_t> out;
      MixChannels(loud.data(), 3, from, to, out);
      CHECK(out.size() == 3 * to);
      CHECK(out[0] >= 32766 && (to == 1 || out[1] >= 32766));
      // A voice on the left is heard, and stays there.
      std::vector<int16_t> left(from, 0);
      left[0] = 10'000;
      MixChannels(left.data(), 1, from, to, out);
      CHECK(out[0] > 1000);
      CHECK(to == 1 || from == 1 || out[1] == 0);
    }
  }
}

AudioSchedule::Action At(AudioSchedule& schedule, int64_t ms, bool ready) {
  return schedule.Next(ms * 1000, ready).action;
}

constexpr auto kPlay = AudioSchedule::Action::kPlay;
constexpr auto kWait = AudioSchedule::Action::kWait;
constexpr auto kSilence = AudioSchedule::Action::kSilence;

void EarlyBlocksWaitLateOnesGoAtOnce() {
  AudioSchedule schedule;
  schedule.Resume(1'000'000);
  CHECK(At(schedule, 1000, true) == kPlay);
  // One may be 12 ms early: a program that is one block ahead, and whose timers
  // are those of a clock of milliseconds, is not held up.
  CHECK(At(schedule, 1000, true) == kPlay);
  const auto early = schedule.Next(1'004'000, true);
  CHECK(early.action == kWait && early.until_us == 1'008'000);
  CHECK(At(schedule, 1008, true) == kPlay);
  // 30 ms late, and the next ones make up for it.
  CHECK(At(schedule, 1010, false) == kWait);
  for (int i = 0; i < 5; ++i) {
    CHECK(At(schedule, 1060, true) == kPlay);
  }
  CHECK(At(schedule, 1060, true) == kWait);
  CHECK(At(schedule, 1070, true) == kPlay);
  CHECK(!schedule.TakeGap());
}

void LateBlocksAreToldAndMadeUpFor() {
  AudioSchedule schedule;
  schedule.Resume(0);
  CHECK(At(schedule, 0, true) == kPlay);
  const auto missing = schedule.Next(1'000, false);
  CHECK(missing.action == kWait && missing.until_us == 210'000);
  CHECK(At(schedule, 90, true) == kPlay);
  CHECK(schedule.TakeGap() == 80'000 && !schedule.TakeGap());
  for (int64_t due = 20; due <= 100; due += 10) {
    CHECK(At(schedule, 90, true) == kPlay);
  }
  CHECK(At(schedule, 90, true) == kWait);
  // Blocks that were there, and a queue that stood still: no gap.
  for (int64_t due = 110; due <= 210; due += 10) {
    CHECK(At(schedule, 200, true) == kPlay);
  }
  CHECK(At(schedule, 200, true) == kWait && !schedule.TakeGap());
  // That is too long to make up for.
  CHECK(At(schedule, 800, true) == kPlay);
  CHECK(At(schedule, 797, true) == kWait && !schedule.TakeGap());
}

void SilenceComesInsteadOfSamples() {
  AudioSchedule schedule;
  schedule.Resume(0);
  CHECK(At(schedule, 0, true) == kPlay);
  CHECK(At(schedule, 10, false) == kWait);
  CHECK(At(schedule, 209, false) == kWait);
  for (int64_t due = 10; due < 210; due += 10) {
    CHECK(At(schedule, 210, false) == kSilence);
  }
  for (int64_t ms = 210; ms < 500; ms += 10) {
    CHECK(At(schedule, ms, false) == kSilence);
    CHECK(At(schedule, ms + 1, false) == kWait);
  }
  CHECK(At(schedule, 501, true) == kPlay);
  CHECK(schedule.TakeGap() == 491'000);
  CHECK(At(schedule, 501, true) == kPlay);
  CHECK(At(schedule, 502, true) == kWait);
  // Nobody took it for a while: no gap, and no silence at once.
  schedule.Resume(10'000'000);
  CHECK(At(schedule, 10'000, false) == kWait);
  CHECK(At(schedule, 10'005, true) == kPlay && !schedule.TakeGap());
}

std::vector<int16_t> Tone(int rate,
                          size_t channels,
                          size_t begin,
                          size_t count) {
  std::vector<int16_t> samples;
  for (size_t i = begin; i < begin + count; ++i) {
    const double phase = 2 * std::numbers::pi * 440 * static_cast<double>(i);
    samples.insert(samples.end(), channels,
                   static_cast<int16_t>(std::sin(phase / rate) * 16'000));
  }
  return samples;
}

void PiecesOfAnyLengthBecomeBlocks() {
  for (const auto& [from, to] : {std::pair(3000, 48000),
                                 {8000, 8000},
                                 {11025, 48000},
                                 {22050, 16000},
                                 {44100, 44100},
                                 {44100, 16000},
                                 {48000, 22050},
                                 {48000, 8000},
                                 {192000, 48000},
                                 {384000, 48000}}) {
    for (size_t channels : {1, 2}) {
      BlockMaker blocks;
      ToneReader reader;
      std::optional<AudioReading> reading;
      size_t frames = 0;
      size_t begin = 0;
      int64_t last_us = 0;
      size_t made = 0;
      for (size_t piece = 1; frames < static_cast<size_t>(to); ++piece) {
        const size_t count = 1 + piece * 37 % (static_cast<size_t>(from) / 30);
        const auto samples = Tone(from, channels, begin, count);
        const int64_t at_us =
            7'000'000 + static_cast<int64_t>(begin) * 1'000'000 / from;
        blocks.Push({samples.data(), from, channels, count, at_us},
                    {to, channels});
        begin += count;
        while (const auto block = blocks.Take()) {
          CHECK(block->frame_count == static_cast<size_t>(to) / 100);
          CHECK(block->samples.size() == block->frame_count * channels);
          const double due = 7e6 + static_cast<double>(frames) * 1e6 / to;
          CHECK(std::abs(static_cast<double>(block->timestamp_us) - due) < 700);
          CHECK(made == 0 || block->timestamp_us > last_us);
          last_us = block->timestamp_us;
          frames += block->frame_count;
          ++made;
          if (const auto read = reader.Read(block->view())) {
            reading = read;
          }
        }
      }
      CHECK(reading && reading->frequency);
      CHECK(std::abs(*reading->frequency - 440) < 5);
      CHECK(std::abs(reading->level - 16'000 / 32'768.0 / std::sqrt(2)) < 0.02);
    }
  }
}

void JumpsStayJumpsAndTheEndIsNotLost() {
  BlockMaker blocks;
  const std::vector<int16_t> samples(480, 1000);
  const AudioForm form = {48000, 1};
  blocks.Push({samples.data(), 48000, 1, 480, 1'000'000}, form);
  blocks.Push({samples.data(), 48000, 1, 480, -5'000'000}, form);
  blocks.Push({samples.data(), 48000, 1, 100, 0}, form);
  CHECK(blocks.Take()->timestamp_us == 1'000'000);
  CHECK(blocks.Take()->timestamp_us == -5'000'000);
  CHECK(!blocks.Take());
  CHECK(std::abs(blocks.buffered() - 100 / 48000.0) < 1e-9);
  blocks.Finish();
  const auto rest = blocks.Take();
  CHECK(rest && rest->timestamp_us == 0 && rest->samples[99] == 1000 &&
        rest->samples[100] == 0);
  CHECK(!blocks.Take() && blocks.buffered() == 0);
  // A change of form ends a block, and loses nothing.
  blocks.Push({samples.data(), 48000, 1, 100, 0}, form);
  blocks.Push({samples.data(), 48000, 2, 240, 70}, {48000, 2});
  CHECK(blocks.Take()->form == form);
  CHECK(!blocks.Take());
  blocks.Clear();
  CHECK(!blocks.Take() && blocks.buffered() == 0);
}

struct Heard {
  int64_t at_us;
  int64_t timestamp_us;
  int peak;
};

class Listener : public TrackReader {
 public:
  void OnBlock(const AudioBlock& block) override {
    int peak = 0;
    for (size_t i = 0; i < block.frame_count * block.channel_count; ++i) {
      peak = std::max(peak, std::abs(block.samples[i]));
    }
    std::lock_guard lock(mutex_);
    heard_.push_back({rtc::TimeMicros(), block.timestamp_us, peak});
  }
  std::vector<Heard> heard() const {
    std::lock_guard lock(mutex_);
    return heard_;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<Heard> heard_;
};

// One source with one track, and what it told.
struct Program {
  explicit Program(Engine& engine, double high_water_mark = 0.2)
      : engine(engine) {
    input = std::make_shared<AudioInput>(
        engine, high_water_mark,
        AudioInput::Observer{
            .on_settled = [this](int request) { settled = request; },
            .on_underrun = [this](double seconds) { gap = seconds; }});
    track = Track::Create(
        engine, std::make_unique<AudioFeed>(
                    engine.factory(), "audio",
                    rtc::make_ref_counted<WrittenAudioSource>(input)));
  }

  void Listen() {
    track->AddReader(listener);
    engine.signaling()->BlockingCall([] {});
  }
  void StopListening() {
    track->RemoveReader(listener);
    engine.signaling()->BlockingCall([] {});
  }
  bool Write(double seconds, int64_t timestamp_us = 0, int request = 0) {
    const std::vector<int16_t> samples(static_cast<size_t>(seconds * 48000),
                                       1000);
    return input->Write(
        request, {samples.data(), 48000, 1, samples.size(), timestamp_us});
  }

  Engine& engine;
  std::atomic<int> settled = 0;
  std::atomic<double> gap = 0;
  std::shared_ptr<AudioInput> input;
  TrackPtr track;
  std::shared_ptr<Listener> listener = std::make_shared<Listener>();
};

void HalfASecondAtOnceTakesAsLong() {
  const auto engine = Engine::Create();
  Program program(*engine);
  program.Listen();
  CHECK(program.Write(0.5, 3'000'000, 7));
  CHECK(program.settled == 0 && program.input->Buffered() > 0.4);
  CHECK(Eventually([&] { return program.listener->heard().size() >= 50; }));
  const auto heard = program.listener->heard();
  CHECK(heard[49].at_us - heard[0].at_us >= 440'000);
  for (int i = 0; i < 50; ++i) {
    CHECK(heard[i].timestamp_us == 3'000'000 + i * 10'000);
    CHECK(heard[i].peak == 1000);
  }
  CHECK(program.settled == 7);
  // Then silence, until samples come, which ends a gap.
  CHECK(Eventually([&] { return program.listener->heard().size() >= 60; }));
  CHECK(program.listener->heard()[55].peak == 0);
  CHECK(program.gap == 0 && program.Write(0.02));
  CHECK(Eventually([&] { return program.gap > 0.19; }));
  CHECK(Eventually([&] { return program.listener->heard().back().peak > 0; }));
  program.StopListening();
}

void ABlockThatIsDueLeavesAsItIsWritten() {
  const auto engine = Engine::Create();
  Program program(*engine, 0.05);
  program.Listen();
  CHECK(program.Write(0.01, 1'000'000, 1));
  CHECK(program.settled == 1 && program.input->Buffered() == 0);
  CHECK(program.listener->heard().size() == 1);
  // 10 ms early.
  CHECK(program.Write(0.01, 2'000'000));
  CHECK(program.listener->heard().size() == 2);
  // Silence goes on from what passed.
  CHECK(Eventually([&] { return program.listener->heard().size() >= 4; }));
  CHECK(program.listener->heard()[2].timestamp_us == 2'010'000);
  CHECK(program.listener->heard()[2].peak == 0);
  program.StopListening();
}

void ABlockKeepsItsPlaceBehindWhatWaits() {
  const auto engine = Engine::Create();
  Program program(*engine);
  program.Listen();
  CHECK(program.Write(0.5, 1'000'000) && program.Write(0.01, 2'000'000));
  CHECK(program.Write(0.004, 3'000'000) && program.Write(0.01, 4'000'000));
  CHECK(Eventually([&] { return program.listener->heard().size() >= 52; }));
  const auto heard = program.listener->heard();
  CHECK(heard[49].timestamp_us == 1'490'000);
  CHECK(heard[50].timestamp_us == 2'000'000);
  CHECK(heard[51].timestamp_us == 3'000'000);
  program.StopListening();
}

void NobodyListensAndNobodyHangs() {
  const auto engine = Engine::Create();
  Program program(*engine, 0.05);
  CHECK(program.Write(0.2, 0, 1) && program.settled == 0);
  CHECK(Eventually([&] { return program.settled == 1; }));
  CHECK(Eventually([&] { return program.input->Buffered() == 0; }));
  CHECK(program.listener->heard().empty() && program.gap == 0);
  // Who comes later hears what is written from then on.
  program.Listen();
  CHECK(program.Write(0.1, 0, 2));
  CHECK(Eventually([&] {
    return program.settled == 2 && program.listener->heard().size() >= 10;
  }));
  program.StopListening();
}

void TooMuchIsRefusedAndClearingMakesRoom() {
  const auto engine = Engine::Create();
  Program program(*engine);
  CHECK(program.Write(9, 0, 5));
  CHECK(!program.Write(2, 0, 6));
  CHECK(program.Write(0.5));
  program.input->Clear();
  CHECK(program.settled == 5 && program.input->Buffered() == 0);
  CHECK(program.Write(9));
  // Cleared before anything was played, and then silent.
  program.input->Clear();
  program.Listen();
  CHECK(Eventually([&] { return program.listener->heard().size() > 3; }));
  CHECK(program.listener->heard()[2].peak == 0);
  program.StopListening();
}

void TracksMayOutliveTheProgram() {
  auto engine = Engine::Create();
  Program program(*engine);
  program.Listen();
  CHECK(program.Write(0.3));
  program.input = nullptr;
  CHECK(Eventually([&] { return program.listener->heard().size() >= 30; }));
  program.track->Stop();
  engine = nullptr;
}

}  // namespace
}  // namespace nlw

int main() {
  nlw::EveryFormatBecomesSixteenBits();
  nlw::ChannelsAreMixedNoLouder();
  nlw::EarlyBlocksWaitLateOnesGoAtOnce();
  nlw::LateBlocksAreToldAndMadeUpFor();
  nlw::SilenceComesInsteadOfSamples();
  nlw::PiecesOfAnyLengthBecomeBlocks();
  nlw::JumpsStayJumpsAndTheEndIsNotLost();
  nlw::HalfASecondAtOnceTakesAsLong();
  nlw::ABlockThatIsDueLeavesAsItIsWritten();
  nlw::ABlockKeepsItsPlaceBehindWhatWaits();
  nlw::NobodyListensAndNobodyHangs();
  nlw::TooMuchIsRefusedAndClearingMakesRoom();
  nlw::TracksMayOutliveTheProgram();
  std::puts("audio_input_test: ok");
  return 0;
}
