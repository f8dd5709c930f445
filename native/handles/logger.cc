#include "native/handles/logger.h"

#include <memory>
#include <string>

#include "native/convert/enums.h"
#include "native/engine/logging.h"
#include "native/env/environment.h"

namespace nlw {

void SetLogger(const Napi::CallbackInfo& info) {
  Environment& environment = Environment::From(info.Env());
  environment.StopLogging();
  rtc::LoggingSeverity level;
  if (info[0].IsNull() ||
      !FromName(info[0].As<Napi::String>().Utf8Value(), level)) {
    return;
  }
  environment.set_log_subscription(SubscribeToLog(
      level, info[1].As<Napi::String>().Utf8Value(),
      [door = environment.door()](const LogEntry& entry) {
        door->PostEvent(0, "log",
                        Value::Object{{"level", Name(entry.severity)},
                                      {"source", entry.source},
                                      {"message", entry.message}});
      }));
}

}  // namespace nlw
