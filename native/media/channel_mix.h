#ifndef NATIVE_MEDIA_CHANNEL_MIX_H_
#define NATIVE_MEDIA_CHANNEL_MIX_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace nlw {

inline constexpr size_t kMaxChannels = 8;

// Interleaved samples of `from` channels, in the usual order of speakers, as
// `to` channels. Fewer channels get all that they can of the others, no louder
// than before; more than two channels beyond those that there are stay silent.
void MixChannels(const int16_t* samples,
                 size_t frame_count,
                 size_t from,
                 size_t to,
                 std::vector<int16_t>& out);

}  // namespace nlw

#endif  // NATIVE_MEDIA_CHANNEL_MIX_H_
