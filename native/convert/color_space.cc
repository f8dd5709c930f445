#include "native/convert/color_space.h"

namespace nlw {
namespace {

using Space = webrtc::ColorSpace;

// Names of WebCodecs' VideoColorPrimaries, VideoTransferCharacteristics and
// VideoMatrixCoefficients.
template <typename Id>
struct Entry {
  const char* name;
  Id id;
};

constexpr Entry<Space::PrimaryID> kPrimaries[] = {
    {"bt709", Space::PrimaryID::kBT709},
    {"bt470bg", Space::PrimaryID::kBT470BG},
    {"smpte170m", Space::PrimaryID::kSMPTE170M},
    {"bt2020", Space::PrimaryID::kBT2020},
    {"smpte432", Space::PrimaryID::kSMPTEST432},
};
constexpr Entry<Space::TransferID> kTransfers[] = {
    {"bt709", Space::TransferID::kBT709},
    {"smpte170m", Space::TransferID::kSMPTE170M},
    {"iec61966-2-1", Space::TransferID::kIEC61966_2_1},
    {"linear", Space::TransferID::kLINEAR},
    {"pq", Space::TransferID::kSMPTEST2084},
    {"hlg", Space::TransferID::kARIB_STD_B67},
};
constexpr Entry<Space::MatrixID> kMatrices[] = {
    {"rgb", Space::MatrixID::kRGB},
    {"bt709", Space::MatrixID::kBT709},
    {"bt470bg", Space::MatrixID::kBT470BG},
    {"smpte170m", Space::MatrixID::kSMPTE170M},
    {"bt2020-ncl", Space::MatrixID::kBT2020_NCL},
};

template <typename Id, size_t kSize>
Id IdOf(const Entry<Id> (&table)[kSize],
        const std::optional<std::string>& name) {
  for (const Entry<Id>& entry : table) {
    if (name == entry.name) {
      return entry.id;
    }
  }
  return Id::kUnspecified;
}

template <typename Id, size_t kSize>
Value NameOf(const Entry<Id> (&table)[kSize], Id id) {
  for (const Entry<Id>& entry : table) {
    if (id == entry.id) {
      return entry.name;
    }
  }
  return Value();
}

Value FullRangeFact(Space::RangeID range) {
  const bool is_known =
      range == Space::RangeID::kFull || range == Space::RangeID::kLimited;
  return is_known ? Value(range == Space::RangeID::kFull) : Value();
}

}  // namespace

Space ColorSpaceFrom(const std::optional<std::string>& primaries,
                     const std::optional<std::string>& transfer,
                     const std::optional<std::string>& matrix,
                     std::optional<bool> full_range) {
  return Space(IdOf(kPrimaries, primaries), IdOf(kTransfers, transfer),
               IdOf(kMatrices, matrix),
               !full_range   ? Space::RangeID::kInvalid
               : *full_range ? Space::RangeID::kFull
                             : Space::RangeID::kLimited);
}

Value ColorSpaceFact(const absl::optional<Space>& color_space) {
  if (!color_space) {
    return Value();
  }
  return Value::Object{
      {"primaries", NameOf(kPrimaries, color_space->primaries())},
      {"transfer", NameOf(kTransfers, color_space->transfer())},
      {"matrix", NameOf(kMatrices, color_space->matrix())},
      {"fullRange", FullRangeFact(color_space->range())},
  };
}

}  // namespace nlw
