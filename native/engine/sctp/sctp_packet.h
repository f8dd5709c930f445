#ifndef NATIVE_ENGINE_SCTP_SCTP_PACKET_H_
#define NATIVE_ENGINE_SCTP_SCTP_PACKET_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "api/array_view.h"

namespace nlw {

// SCTP packets as bytes (RFC 9260, section 3), as far as the receive gate has
// to read and change them. Nothing of a packet is trusted.
namespace sctp {

constexpr size_t kHeaderSize = 12;
constexpr size_t kChunkHeaderSize = 4;

enum ChunkType : uint8_t {
  kData = 0,
  kSack = 3,
  kIData = 64,  // RFC 8260
};

struct Chunk {
  uint8_t type;
  // Header and value, and then the padding.
  rtc::ArrayView<const uint8_t> bytes;
  size_t padded_size;
};

// False when the packet is cut off; `visit` has then seen the chunks before.
bool ForEachChunk(rtc::ArrayView<const uint8_t> packet,
                  const std::function<void(const Chunk&)>& visit);

// The packet without its DATA and I-DATA chunks; empty when nothing remains.
std::vector<uint8_t> WithoutData(rtc::ArrayView<const uint8_t> packet);

bool HasData(rtc::ArrayView<const uint8_t> packet);

// a_rwnd of the first SACK chunk: its offset in the packet, 0 when none.
size_t WindowOffset(rtc::ArrayView<const uint8_t> packet);

uint32_t ReadUint32(const uint8_t* bytes);
void WriteUint32(uint8_t* bytes, uint32_t value);

// A checksum of 0 stays (RFC 9653): the peer asked for none.
void UpdateChecksum(std::vector<uint8_t>& packet);

// Only the common header and the first SACK chunk, without its duplicates.
std::vector<uint8_t> SackOnly(rtc::ArrayView<const uint8_t> packet);

}  // namespace sctp
}  // namespace nlw

#endif  // NATIVE_ENGINE_SCTP_SCTP_PACKET_H_
