#include "native/engine/logging.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

namespace nlw {
namespace {

class LogFanOut final : public rtc::LogSink {
 public:
  // Leaked: libwebrtc's threads may log while the process exits.
  static LogFanOut& Get() {
    static LogFanOut* const fan_out = new LogFanOut();
    return *fan_out;
  }

  LogSubscription Add(rtc::LoggingSeverity level,
                      std::string source,
                      LogCallback callback) {
    std::lock_guard<std::mutex> registration(registration_mutex_);
    LogSubscription id;
    {
      std::lock_guard<std::mutex> lock(mutex_);
      id = ++last_id_;
      subscribers_[id] = {level, std::move(source), std::move(callback)};
    }
    Register();
    return id;
  }

  void Remove(LogSubscription id) {
    std::lock_guard<std::mutex> registration(registration_mutex_);
    LogCallback dropped;
    {
      std::lock_guard<std::mutex> lock(mutex_);
      auto found = subscribers_.find(id);
      if (found == subscribers_.end())
        return;
      dropped = std::move(found->second.callback);
      subscribers_.erase(found);
    }
    Register();
  }

  void OnLogMessage(const rtc::LogLineRef& line) override {
    std::lock_guard<std::mutex> lock(mutex_);
    for (const auto& [id, subscriber] : subscribers_) {
      if (line.severity() < subscriber.level ||
          line.filename().find(subscriber.source) == line.filename().npos) {
        continue;
      }
      subscriber.callback({line.severity(), std::string(line.filename()),
                           std::string(line.message())});
    }
  }

  void OnLogMessage(const std::string& /*message*/) override {}

 private:
  struct Subscriber {
    rtc::LoggingSeverity level = rtc::LS_NONE;
    std::string source;
    LogCallback callback;
  };

  // Without `mutex_`: libwebrtc's logging lock is held around OnLogMessage and
  // taken by both calls here.
  void Register() {
    rtc::LoggingSeverity lowest = rtc::LS_NONE;
    {
      std::lock_guard<std::mutex> lock(mutex_);
      for (const auto& [id, subscriber] : subscribers_)
        lowest = std::min(lowest, subscriber.level);
    }
    rtc::LogMessage::RemoveLogToStream(this);
    if (lowest != rtc::LS_NONE)
      rtc::LogMessage::AddLogToStream(this, lowest);
  }

  std::mutex registration_mutex_;
  std::mutex mutex_;
  std::map<LogSubscription, Subscriber> subscribers_;
  LogSubscription last_id_ = 0;
};

}  // namespace

LogSubscription SubscribeToLog(rtc::LoggingSeverity level,
                               std::string source,
                               LogCallback callback) {
  return LogFanOut::Get().Add(level, std::move(source), std::move(callback));
}

void UnsubscribeFromLog(LogSubscription subscription) {
  LogFanOut::Get().Remove(subscription);
}

}  // namespace nlw
