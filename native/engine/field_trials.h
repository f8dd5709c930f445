#ifndef NATIVE_ENGINE_FIELD_TRIALS_H_
#define NATIVE_ENGINE_FIELD_TRIALS_H_

#include <string>

#include "absl/strings/string_view.h"
#include "api/field_trials_view.h"

namespace nlw {

// The project's choice of libwebrtc's field trials, for one factory. The
// process-wide string of libwebrtc stays empty. Immutable; any thread.
class FieldTrials final : public webrtc::FieldTrialsView {
 public:
  std::string Lookup(absl::string_view key) const override;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_FIELD_TRIALS_H_
