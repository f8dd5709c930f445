#ifndef NATIVE_OBSERVERS_SAMPLE_READER_H_
#define NATIVE_OBSERVERS_SAMPLE_READER_H_

#include <memory>
#include <optional>

#include "native/observers/reader.h"

namespace nlw {

struct SampleReaderOptions {
  // Nothing: those of the track.
  std::optional<int> sample_rate;
  std::optional<int> channel_count;
  // Of 10 ms.
  int blocks_per_event = 1;
};

// The events `audioblock`.
std::shared_ptr<Reader> MakeSampleReader(int id,
                                         std::shared_ptr<JsThread> door,
                                         size_t capacity,
                                         const SampleReaderOptions& options);

}  // namespace nlw

#endif  // NATIVE_OBSERVERS_SAMPLE_READER_H_
