#ifndef NATIVE_ENGINE_LOGGING_H_
#define NATIVE_ENGINE_LOGGING_H_

#include <functional>
#include <string>

#include "rtc_base/logging.h"

namespace nlw {

struct LogEntry {
  rtc::LoggingSeverity severity;
  // File (without its folder) of libwebrtc that logged.
  std::string source;
  std::string message;
};

// Runs on whatever thread logged, under libwebrtc's logging lock: copy and
// post, no more. Logging from inside it deadlocks.
using LogCallback = std::function<void(const LogEntry&)>;

using LogSubscription = int;

// Process-wide, any thread. Delivers what is at least `level` and whose source
// contains `source` (empty: all). Never returns 0.
LogSubscription SubscribeToLog(rtc::LoggingSeverity level,
                               std::string source,
                               LogCallback callback);

// On return the callback is not running and will not run again. Not from
// inside a callback. An unknown subscription is ignored.
void UnsubscribeFromLog(LogSubscription subscription);

}  // namespace nlw

#endif  // NATIVE_ENGINE_LOGGING_H_
