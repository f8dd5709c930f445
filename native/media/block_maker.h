#ifndef NATIVE_MEDIA_BLOCK_MAKER_H_
#define NATIVE_MEDIA_BLOCK_MAKER_H_

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "native/media/audio_block.h"
#include "native/media/audio_resampler.h"

namespace nlw {

struct AudioForm {
  int sample_rate = 0;
  size_t channel_count = 0;

  bool operator==(const AudioForm&) const = default;
};

// Makes blocks of 10 ms out of pieces of any length and form. Where a rate has
// no whole number of samples in 10 ms, a block is a little shorter. A block's
// timestamp is that of its first frame, interpolated inside of its piece. One
// thread.
class BlockMaker {
 public:
  struct Block {
    std::vector<int16_t> samples;
    AudioForm form;
    size_t frame_count;
    int64_t timestamp_us;

    AudioBlock view() const {
      return {samples.data(), form.sample_rate, form.channel_count, frame_count,
              timestamp_us};
    }
  };

  // `to`: what the blocks are to be from here on.
  void Push(const AudioBlock& piece, const AudioForm& to);
  // Nothing when there is no whole one.
  std::optional<Block> Take();
  // What is left becomes a whole block, with silence at its end.
  void Finish();
  void Clear();

  // Seconds of whole and parts of blocks.
  double buffered() const;
  // Nothing is on its way.
  bool empty() const {
    return finished_.empty() && made_.empty() && !resampler_;
  }

 private:
  // Frames that follow each other in time.
  struct Run {
    int64_t timestamp_us;
    int64_t frame_count;
  };

  std::optional<Block> TakeMade();
  size_t block_frames() const { return to_.sample_rate / 100; }
  void AddRun(int64_t timestamp_us, size_t piece_frames);
  int64_t TakeRun(size_t frame_count);

  AudioForm from_;
  AudioForm to_;
  // Null where the rates are the same.
  std::unique_ptr<AudioResampler> resampler_;
  std::vector<int16_t> mixed_;
  // Of an earlier form.
  std::deque<Block> finished_;
  std::vector<int16_t> made_;
  std::deque<Run> runs_;
  // Since the rates last changed.
  int64_t frames_in_ = 0;
  int64_t frames_out_ = 0;
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_BLOCK_MAKER_H_
