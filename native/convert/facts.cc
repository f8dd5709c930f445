#include "native/convert/facts.h"

#include <string_view>
#include <utility>

#include "native/convert/enums.h"
#include "pc/webrtc_sdp.h"

namespace nlw {
namespace {

Value MakeError(const char* type,
                const char* detail,
                const std::string& message,
                Value sctp_cause_code,
                Value sdp_line_number) {
  return Value::Object{
      {"type", type},
      {"detail", detail},
      {"message", message},
      {"sctpCauseCode", std::move(sctp_cause_code)},
      {"sdpLineNumber", std::move(sdp_line_number)},
  };
}

// 1-based; null when the line is not in the text.
Value LineNumber(const std::string& sdp, const std::string& line) {
  if (line.empty()) {
    return Value();
  }
  int number = 1;
  std::string_view rest = sdp;
  while (!rest.empty()) {
    const size_t end = rest.find('\n');
    std::string_view current = rest.substr(0, end);
    if (!current.empty() && current.back() == '\r') {
      current.remove_suffix(1);
    }
    if (current == line) {
      return number;
    }
    if (end == std::string_view::npos) {
      break;
    }
    rest.remove_prefix(end + 1);
    ++number;
  }
  return Value();
}

}  // namespace

Value ErrorFact(const webrtc::RTCError& error) {
  if (error.ok()) {
    return Value();
  }
  return MakeError(Name(error.type()), Name(error.error_detail()),
                   error.message(), ValueOrNull(error.sctp_cause_code()),
                   Value());
}

Value SdpErrorFact(const webrtc::SdpParseError& error, const std::string& sdp) {
  std::string message = "Failed to parse SessionDescription. ";
  message += error.line;
  if (!error.line.empty()) {
    message += ' ';
  }
  message += error.description;
  return MakeError(Name(webrtc::RTCErrorType::SYNTAX_ERROR),
                   Name(webrtc::RTCErrorDetailType::SDP_SYNTAX_ERROR), message,
                   Value(), LineNumber(sdp, error.line));
}

Value CertificateErrorFact(const std::string& message) {
  return MakeError("certificate-error", Name(webrtc::RTCErrorDetailType::NONE),
                   message, Value(), Value());
}

Value DescriptionFact(const webrtc::SessionDescriptionInterface* description) {
  if (description == nullptr) {
    return Value();
  }
  std::string sdp;
  description->ToString(&sdp);
  return DescriptionFact(description->GetType(), std::move(sdp));
}

Value DescriptionFact(webrtc::SdpType type, std::string sdp) {
  return Value::Object{{"type", Name(type)}, {"sdp", std::move(sdp)}};
}

Value CandidateFact(const cricket::Candidate& candidate,
                    const std::string& mid,
                    int mline_index) {
  return Value::Object{
      {"candidate", webrtc::SdpSerializeCandidate(candidate)},
      {"sdpMid", mid},
      {"sdpMLineIndex", mline_index},
      {"url", candidate.url()},
      {"relayProtocol", candidate.relay_protocol()},
  };
}

}  // namespace nlw
