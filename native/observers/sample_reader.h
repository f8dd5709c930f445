#ifndef NATIVE_OBSERVERS_SAMPLE_READER_H_
#define NATIVE_OBSERVERS_SAMPLE_READER_H_

#include <memory>
#include <optional>

#include "native/observers/reader.h"

namespace nlw {

// The events `audioblock`. Rate and channels: nothing for those of the track.
std::shared_ptr<Reader> MakeSampleReader(int id,
                                         std::shared_ptr<JsThread> door,
                                         size_t capacity,
                                         std::optional<int> sample_rate,
                                         std::optional<int> channel_count);

}  // namespace nlw

#endif  // NATIVE_OBSERVERS_SAMPLE_READER_H_
