#ifndef NATIVE_MEDIA_PIXEL_MEMORY_H_
#define NATIVE_MEDIA_PIXEL_MEMORY_H_

#include <cstddef>
#include <cstdint>
#include <memory>

namespace nlw {

// Memory for the pixels of one frame, 64 bytes aligned, with any content. What
// is given back is kept for the next frame of its size, in the whole process
// and 128 MiB at most: fresh pages cost more than the copy into them. Any
// thread.
std::shared_ptr<uint8_t> TakePixelMemory(size_t size);

}  // namespace nlw

#endif  // NATIVE_MEDIA_PIXEL_MEMORY_H_
