#ifndef NATIVE_OBSERVERS_READINGS_READER_H_
#define NATIVE_OBSERVERS_READINGS_READER_H_

#include <memory>

#include "native/observers/reader.h"

namespace nlw {

// The events `videoreading` or `audioreading`, by the kind of the track.
std::shared_ptr<Reader> MakeReadingsReader(int id,
                                           std::shared_ptr<JsThread> door,
                                           bool is_video);

}  // namespace nlw

#endif  // NATIVE_OBSERVERS_READINGS_READER_H_
