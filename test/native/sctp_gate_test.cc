// SCTP packets as the receive gate reads and changes them, whole and cut off;
// CRC32C against RFC 3720's examples; credits.

#include <cstdint>
#include <memory>
#include <vector>

#include "native/engine/sctp/receive_gate.h"
#include "native/engine/sctp/sctp_packet.h"
#include "test/native/check.h"

namespace crc32c {
uint32_t Extend(uint32_t crc, const uint8_t* data, size_t count);
uint32_t ExtendPortable(uint32_t crc, const uint8_t* data, size_t count);
}  // namespace crc32c

namespace nlw {
namespace {

using Bytes = std::vector<uint8_t>;

// One gap and one duplicate.
const Bytes kSack = {3, 0, 0, 24, 0, 0, 0, 9, 0, 0x50, 0, 0,
                     0, 1, 0, 1,  0, 2, 0, 3, 0, 0,    0, 7};
const Bytes kData = {0, 3, 0, 17, 0, 0, 0, 1, 0, 0,
                     0, 0, 0, 0,  0, 0, 1, 0, 0, 0};

Bytes Packet(const std::vector<Bytes>& chunks) {
  Bytes packet = {0x13, 0x88, 0x13, 0x88, 1, 2, 3, 4, 1, 1, 1, 1};
  for (const Bytes& chunk : chunks) {
    packet.insert(packet.end(), chunk.begin(), chunk.end());
  }
  sctp::UpdateChecksum(packet);
  return packet;
}

void TestPackets() {
  const Bytes mixed = Packet({kSack, kData});
  CHECK(sctp::HasData(mixed));
  CHECK(!sctp::HasData(Packet({kSack})));
  CHECK(sctp::WithoutData(mixed) == Packet({kSack}));
  CHECK(sctp::WithoutData(Packet({kData})).empty());
  const size_t offset = sctp::WindowOffset(mixed);
  CHECK(sctp::ReadUint32(&mixed[offset]) == 0x500000);
  CHECK(sctp::WindowOffset(Packet({kData})) == 0);

  const Bytes sack = sctp::SackOnly(mixed);
  CHECK(sack.size() == sctp::kHeaderSize + 20);
  CHECK(sack[sctp::kHeaderSize + 3] == 20);
  CHECK(sack[sctp::kHeaderSize + 15] == 0);

  Bytes unchecked = mixed;
  sctp::WriteUint32(&unchecked[8], 0);
  sctp::UpdateChecksum(unchecked);
  CHECK(sctp::ReadUint32(&unchecked[8]) == 0);
}

void TestCutPackets() {
  const Bytes whole = Packet({kSack, kData, kSack});
  for (size_t size = 0; size < whole.size(); ++size) {
    const Bytes cut(whole.begin(), whole.begin() + size);
    sctp::HasData(cut);
    sctp::WithoutData(cut);
    sctp::WindowOffset(cut);
    sctp::SackOnly(cut);
  }
  // Lengths and counts that lie.
  for (size_t i = sctp::kHeaderSize; i < whole.size(); ++i) {
    for (uint8_t value : {0, 1, 3, 4, 127, 255}) {
      Bytes lying = whole;
      lying[i] = value;
      sctp::WithoutData(lying);
      sctp::SackOnly(lying);
    }
  }
}

void TestChecksum() {
  CHECK(crc32c::Extend(0, Bytes(32, 0).data(), 32) == 0x8a9136aa);
  CHECK(crc32c::Extend(0, Bytes(32, 0xff).data(), 32) == 0x62a8ab43);
  Bytes bytes;
  for (int i = 0; i < 1500; ++i) {
    bytes.push_back(static_cast<uint8_t>(i * 7));
    CHECK(crc32c::Extend(1, bytes.data(), bytes.size()) ==
          crc32c::ExtendPortable(1, bytes.data(), bytes.size()));
  }
}

void TestCredits() {
  int reopened = 0;
  auto gate = std::make_shared<ReceiveGate>([&] { ++reopened; });
  constexpr size_t kAll = ReceiveGate::kWindow;
  CHECK(gate->WindowTold(100) == 100);
  {
    ReceiveGate::Credit first(gate, kAll);
    CHECK(gate->WindowTold(100) == 0);
    CHECK(!gate->Overrun());
    {
      ReceiveGate::Credit second(gate, kAll + 1);
      CHECK(gate->Overrun());
    }
    CHECK(reopened == 0);
  }
  CHECK(reopened == 1);
  CHECK(gate->WindowTold(100) == 100);
  {
    ReceiveGate::Credit late(gate, kAll);
    gate->WindowTold(100);
    gate->Detach();
  }
  CHECK(reopened == 1);
}

}  // namespace
}  // namespace nlw

int main() {
  nlw::TestPackets();
  nlw::TestCutPackets();
  nlw::TestChecksum();
  nlw::TestCredits();
  std::puts("sctp_gate_test: ok");
  return 0;
}
