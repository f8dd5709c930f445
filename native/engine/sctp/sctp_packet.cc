#include "native/engine/sctp/sctp_packet.h"

#include <algorithm>

#include "net/dcsctp/packet/crc32c.h"

namespace nlw {
namespace sctp {
namespace {

constexpr size_t kChecksumOffset = 8;
// Of a SACK chunk: cumulative TSN, a_rwnd, numbers of gaps and duplicates.
constexpr size_t kSackWindowOffset = 8;
constexpr size_t kSackGapsOffset = 12;
constexpr size_t kSackDuplicatesOffset = 14;
constexpr size_t kSackFixedSize = 16;

uint16_t ReadUint16(const uint8_t* bytes) {
  return static_cast<uint16_t>(bytes[0] << 8 | bytes[1]);
}

bool IsData(const Chunk& chunk) {
  return chunk.type == kData || chunk.type == kIData;
}

void Append(std::vector<uint8_t>& to, rtc::ArrayView<const uint8_t> bytes) {
  to.insert(to.end(), bytes.begin(), bytes.end());
}

}  // namespace

bool ForEachChunk(rtc::ArrayView<const uint8_t> packet,
                  const std::function<void(const Chunk&)>& visit) {
  size_t offset = kHeaderSize;
  if (packet.size() < offset) {
    return false;
  }
  while (offset < packet.size()) {
    const size_t left = packet.size() - offset;
    if (left < kChunkHeaderSize) {
      return false;
    }
    const size_t size = ReadUint16(&packet[offset + 2]);
    if (size < kChunkHeaderSize || size > left) {
      return false;
    }
    const size_t padded = std::min((size + 3) & ~size_t{3}, left);
    visit({packet[offset], packet.subview(offset, size), padded});
    offset += padded;
  }
  return true;
}

bool HasData(rtc::ArrayView<const uint8_t> packet) {
  bool found = false;
  ForEachChunk(packet,
               [&](const Chunk& chunk) { found = found || IsData(chunk); });
  return found;
}

std::vector<uint8_t> WithoutData(rtc::ArrayView<const uint8_t> packet) {
  std::vector<uint8_t> result;
  const bool whole = ForEachChunk(packet, [&](const Chunk& chunk) {
    if (IsData(chunk)) {
      return;
    }
    if (result.empty()) {
      Append(result, packet.subview(0, kHeaderSize));
    }
    Append(result, chunk.bytes);
    result.resize(result.size() + chunk.padded_size - chunk.bytes.size());
  });
  if (!whole) {
    return {};
  }
  if (!result.empty()) {
    UpdateChecksum(result);
  }
  return result;
}

size_t WindowOffset(rtc::ArrayView<const uint8_t> packet) {
  size_t offset = 0;
  ForEachChunk(packet, [&](const Chunk& chunk) {
    if (offset == 0 && chunk.type == kSack &&
        chunk.bytes.size() >= kSackFixedSize) {
      offset = static_cast<size_t>(chunk.bytes.data() - packet.data()) +
               kSackWindowOffset;
    }
  });
  return offset;
}

std::vector<uint8_t> SackOnly(rtc::ArrayView<const uint8_t> packet) {
  std::vector<uint8_t> result;
  ForEachChunk(packet, [&](const Chunk& chunk) {
    if (!result.empty() || chunk.type != kSack ||
        chunk.bytes.size() < kSackFixedSize) {
      return;
    }
    const size_t gaps = ReadUint16(&chunk.bytes[kSackGapsOffset]);
    const size_t size = kSackFixedSize + 4 * gaps;
    if (size > chunk.bytes.size()) {
      return;
    }
    Append(result, packet.subview(0, kHeaderSize));
    Append(result, chunk.bytes.subview(0, size));
    uint8_t* const sack = &result[kHeaderSize];
    sack[2] = static_cast<uint8_t>(size >> 8);
    sack[3] = static_cast<uint8_t>(size);
    sack[kSackDuplicatesOffset] = sack[kSackDuplicatesOffset + 1] = 0;
  });
  return result;
}

uint32_t ReadUint32(const uint8_t* bytes) {
  return static_cast<uint32_t>(bytes[0]) << 24 | bytes[1] << 16 |
         bytes[2] << 8 | bytes[3];
}

void WriteUint32(uint8_t* bytes, uint32_t value) {
  bytes[0] = static_cast<uint8_t>(value >> 24);
  bytes[1] = static_cast<uint8_t>(value >> 16);
  bytes[2] = static_cast<uint8_t>(value >> 8);
  bytes[3] = static_cast<uint8_t>(value);
}

void UpdateChecksum(std::vector<uint8_t>& packet) {
  uint8_t* const checksum = &packet[kChecksumOffset];
  if (ReadUint32(checksum) == 0) {
    return;
  }
  WriteUint32(checksum, 0);
  WriteUint32(checksum, dcsctp::GenerateCrc32C(packet));
}

}  // namespace sctp
}  // namespace nlw
