#ifndef NATIVE_MEDIA_AUDIO_QUEUE_H_
#define NATIVE_MEDIA_AUDIO_QUEUE_H_

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "native/media/block_maker.h"

namespace nlw {

// Samples as a program writes them, in the one end, and blocks of 10 ms at
// rates that libwebrtc takes, out of the other. One thread.
class AudioQueue {
 public:
  // Of any length; at most two channels. They are copied. Returns their
  // number; they are held until they are released.
  int64_t Push(const AudioBlock& samples);
  // All up to this number may leave.
  void Release(int64_t number) { released_ = number; }
  // None is held.
  bool is_released() const { return released_ == pushed_; }

  // Nothing is before these samples, and they are a block as they are.
  bool MayPass(const AudioBlock& samples) const;
  // Instead of Push and Take.
  void Pass(const AudioBlock& samples);
  // Nothing when there is no whole block.
  std::optional<BlockMaker::Block> Take();
  // What is left of one, with silence at its end.
  std::optional<BlockMaker::Block> TakeRest();
  // Like the last block, and after it.
  BlockMaker::Block Silence();
  void Clear();

  // Seconds.
  double buffered() const { return waiting_ + blocks_.buffered(); }

 private:
  struct Chunk {
    std::vector<int16_t> samples;
    AudioForm form;
    int64_t timestamp_us;
    int64_t number;
    // Frames that were taken of it.
    size_t taken = 0;

    size_t frame_count() const { return samples.size() / form.channel_count; }
    // Of what was not taken.
    int64_t time_us() const;
  };

  std::optional<BlockMaker::Block> TakeNext();
  // A whole block, at a rate that libwebrtc takes.
  static bool HasBlock(const Chunk& chunk);
  // Of the oldest chunk, which has one.
  BlockMaker::Block TakeBlock();
  // Up to 10 ms of the oldest chunk.
  void TakePiece();
  std::deque<Chunk> chunks_;
  int64_t pushed_ = 0;
  int64_t released_ = 0;
  // Of all chunks, what was not taken; seconds.
  double waiting_ = 0;
  BlockMaker blocks_;
  // Of the last block.
  AudioForm form_ = {48000, 1};
  int64_t timestamp_us_ = 0;
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_AUDIO_QUEUE_H_
