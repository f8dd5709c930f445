#ifndef NATIVE_ENGINE_LOOKUP_THREADS_H_
#define NATIVE_ENGINE_LOOKUP_THREADS_H_

#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "absl/functional/any_invocable.h"
#include "api/task_queue/task_queue_base.h"
#include "rtc_base/ip_address.h"

namespace nlw {

// getaddrinfo on a few threads that exist only while there are names to look
// up. They are detached and own what they use, so that nothing waits for a
// slow name server.
class LookupThreads : public std::enable_shared_from_this<LookupThreads> {
 public:
  // `error`: 0 or getaddrinfo's EAI_ code.
  using Callback =
      absl::AnyInvocable<void(int error, std::vector<rtc::IPAddress>) &&>;

  // Any sequence; the callback is posted to it. `family` may be AF_UNSPEC.
  void Lookup(std::string name, int family, Callback callback);

  // On return nothing is posted any more. Callbacks that were not posted are
  // destroyed, here or later on a lookup thread.
  void Close();

 private:
  struct Job {
    std::string name;
    int family;
    webrtc::TaskQueueBase* caller;
    Callback callback;
  };

  static constexpr int kMaxThreads = 4;
  // Remote peers choose names: more than these fail at once.
  static constexpr size_t kMaxWaiting = 256;

  void ThreadMain();
  void Answer(Job job, int error, std::vector<rtc::IPAddress> addresses);

  std::mutex mutex_;
  std::deque<Job> jobs_;
  int threads_ = 0;
  bool closed_ = false;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_LOOKUP_THREADS_H_
