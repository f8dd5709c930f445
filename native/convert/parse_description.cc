#include "native/convert/parse_description.h"

#include "absl/algorithm/container.h"
#include "native/convert/sdp_bounds.h"
#include "pc/media_protocol_names.h"
#include "pc/session_description.h"

namespace nlw {
namespace {

// Sections that are not bundled have ICE and DTLS of their own.
size_t Transports(const cricket::SessionDescription& description) {
  const auto bundles = description.GetGroupsByName(cricket::GROUP_TYPE_BUNDLE);
  const auto is_single = [&](const cricket::ContentInfo& content) {
    return !content.rejected &&
           absl::c_none_of(bundles, [&](const cricket::ContentGroup* bundle) {
             return bundle->HasContentName(content.name);
           });
  };
  return bundles.size() + absl::c_count_if(description.contents(), is_single);
}

// What makes libwebrtc end the process or work for too long; null when nothing.
const char* Danger(const webrtc::SessionDescriptionInterface& description) {
  for (const auto& content : description.description()->contents()) {
    const auto& media = *content.media_description();
    // The serializer goes by the protocol, and then reads a description of
    // data channels that is not there.
    if (media.as_sctp() == nullptr && cricket::IsDtlsSctp(media.protocol())) {
      return "SCTP is for m=application only.";
    }
  }
  for (size_t i = 0; i < description.number_of_mediasections(); ++i) {
    if (description.candidates(i)->count() > SdpBounds::kCandidates) {
      return "A media section has too many candidates.";
    }
  }
  if (Transports(*description.description()) > SdpBounds::kTransports) {
    return "There are too many media sections that are not bundled.";
  }
  return nullptr;
}

}  // namespace

std::unique_ptr<webrtc::SessionDescriptionInterface> ParseDescription(
    webrtc::SdpType type,
    const std::string& sdp,
    webrtc::SdpParseError& error) {
  error.description = SdpBoundExceeded(sdp);
  if (!error.description.empty()) {
    return nullptr;
  }
  auto description = webrtc::CreateSessionDescription(type, sdp, &error);
  if (!description || description->description() == nullptr) {
    return description;
  }
  if (const char* const danger = Danger(*description)) {
    error.description = danger;
    return nullptr;
  }
  return description;
}

bool HasRoomForCandidate(const webrtc::SessionDescriptionInterface* description,
                         const std::string& mid,
                         int mline_index) {
  if (description == nullptr) {
    return true;
  }
  for (size_t i = 0; i < description->number_of_mediasections(); ++i) {
    const bool is_meant =
        mid.empty() ? static_cast<int>(i) == mline_index
                    : description->description()->contents()[i].name == mid;
    if (is_meant &&
        description->candidates(i)->count() >= SdpBounds::kCandidates) {
      return false;
    }
  }
  return true;
}

}  // namespace nlw
