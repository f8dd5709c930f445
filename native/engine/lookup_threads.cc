#include "native/engine/lookup_threads.h"

#include <netdb.h>
#include <pthread.h>
#include <sys/socket.h>

#include <system_error>
#include <thread>
#include <utility>

namespace nlw {
namespace {

int LookUpNow(const std::string& name,
              int family,
              std::vector<rtc::IPAddress>& addresses) {
  addrinfo hints = {};
  hints.ai_family = family;
  // One entry per address instead of one per socket type.
  hints.ai_socktype = SOCK_DGRAM;
  addrinfo* results = nullptr;
  const int error = getaddrinfo(name.c_str(), nullptr, &hints, &results);
  if (error != 0)
    return error;
  for (addrinfo* result = results; result; result = result->ai_next) {
    rtc::IPAddress address;
    if (rtc::IPFromAddrInfo(result, &address))
      addresses.push_back(address);
  }
  freeaddrinfo(results);
  return addresses.empty() ? EAI_NONAME : 0;
}

}  // namespace

void LookupThreads::Lookup(std::string name, int family, Callback callback) {
  std::unique_lock<std::mutex> lock(mutex_);
  if (closed_)
    return;
  Job job{std::move(name), family, webrtc::TaskQueueBase::Current(),
          std::move(callback)};
  if (jobs_.size() == kMaxWaiting) {
    lock.unlock();
    Answer(std::move(job), EAI_AGAIN, {});
    return;
  }
  jobs_.push_back(std::move(job));
  if (threads_ == kMaxThreads)
    return;
  try {
    std::thread([self = shared_from_this()] { self->ThreadMain(); }).detach();
    ++threads_;
  } catch (const std::system_error&) {
    if (threads_ > 0)
      return;
    job = std::move(jobs_.back());
    jobs_.pop_back();
    lock.unlock();
    Answer(std::move(job), EAI_AGAIN, {});
  }
}

void LookupThreads::Close() {
  std::deque<Job> dropped;
  std::lock_guard<std::mutex> lock(mutex_);
  closed_ = true;
  dropped.swap(jobs_);
}

void LookupThreads::ThreadMain() {
  pthread_setname_np(pthread_self(), "nlw-lookup");
  while (true) {
    Job job;
    {
      std::lock_guard<std::mutex> lock(mutex_);
      if (jobs_.empty()) {
        --threads_;
        return;
      }
      job = std::move(jobs_.front());
      jobs_.pop_front();
    }
    std::vector<rtc::IPAddress> addresses;
    const int error = LookUpNow(job.name, job.family, addresses);
    Answer(std::move(job), error, std::move(addresses));
  }
}

void LookupThreads::Answer(Job job,
                           int error,
                           std::vector<rtc::IPAddress> addresses) {
  std::lock_guard<std::mutex> lock(mutex_);
  if (closed_)
    return;
  job.caller->PostTask([callback = std::move(job.callback), error,
                        addresses = std::move(addresses)]() mutable {
    std::move(callback)(error, std::move(addresses));
  });
}

}  // namespace nlw
