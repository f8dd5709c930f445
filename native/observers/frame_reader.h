#ifndef NATIVE_OBSERVERS_FRAME_READER_H_
#define NATIVE_OBSERVERS_FRAME_READER_H_

#include <memory>

#include "native/observers/reader.h"

namespace nlw {

// The events `videoframe`. Pixels are libwebrtc's own buffers, uncopied.
std::shared_ptr<Reader> MakeFrameReader(int id,
                                        std::shared_ptr<JsThread> door,
                                        size_t capacity);

}  // namespace nlw

#endif  // NATIVE_OBSERVERS_FRAME_READER_H_
