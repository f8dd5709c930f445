// The archive's only CRC32C is the portable one; the linker takes this in its
// place. SCTP (RFC 9260, appendix A) checks every packet with it.

#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__x86_64__)
#include <nmmintrin.h>
#elif defined(__aarch64__)
#include <arm_acle.h>
#include <asm/hwcap.h>
#include <sys/auxv.h>
#endif

namespace crc32c {

uint32_t ExtendPortable(uint32_t crc, const uint8_t* data, size_t count);

namespace {

#if defined(__x86_64__)
#define NLW_CRC_TARGET __attribute__((target("sse4.2")))
bool HasInstruction() {
  return __builtin_cpu_supports("sse4.2");
}
NLW_CRC_TARGET inline uint32_t Step(uint32_t crc, uint64_t word) {
  return static_cast<uint32_t>(_mm_crc32_u64(crc, word));
}
NLW_CRC_TARGET inline uint32_t Step(uint32_t crc, uint8_t byte) {
  return _mm_crc32_u8(crc, byte);
}
#elif defined(__aarch64__)
#define NLW_CRC_TARGET __attribute__((target("+crc")))
bool HasInstruction() {
  return (getauxval(AT_HWCAP) & HWCAP_CRC32) != 0;
}
NLW_CRC_TARGET inline uint32_t Step(uint32_t crc, uint64_t word) {
  return __crc32cd(crc, word);
}
NLW_CRC_TARGET inline uint32_t Step(uint32_t crc, uint8_t byte) {
  return __crc32cb(crc, byte);
}
#endif

#if defined(NLW_CRC_TARGET)
NLW_CRC_TARGET uint32_t ExtendByInstruction(uint32_t crc,
                                            const uint8_t* data,
                                            size_t count) {
  crc = ~crc;
  for (; count >= sizeof(uint64_t); count -= sizeof(uint64_t)) {
    uint64_t word;
    std::memcpy(&word, data, sizeof(word));
    crc = Step(crc, word);
    data += sizeof(word);
  }
  for (; count > 0; --count) {
    crc = Step(crc, *data++);
  }
  return ~crc;
}
#endif

}  // namespace

uint32_t Extend(uint32_t crc, const uint8_t* data, size_t count) {
#if defined(NLW_CRC_TARGET)
  static const bool has_instruction = HasInstruction();
  if (has_instruction) {
    return ExtendByInstruction(crc, data, count);
  }
#endif
  return ExtendPortable(crc, data, count);
}

}  // namespace crc32c

// The other entries of the archive's member.
extern "C" uint32_t crc32c_extend(uint32_t crc,
                                  const uint8_t* data,
                                  size_t count) {
  return crc32c::Extend(crc, data, count);
}
extern "C" uint32_t crc32c_value(const uint8_t* data, size_t count) {
  return crc32c::Extend(0, data, count);
}
