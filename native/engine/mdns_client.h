#ifndef NATIVE_ENGINE_MDNS_CLIENT_H_
#define NATIVE_ENGINE_MDNS_CLIENT_H_

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/functional/any_invocable.h"
#include "api/array_view.h"
#include "api/task_queue/pending_task_safety_flag.h"
#include "native/engine/mdns_socket.h"
#include "rtc_base/ip_address.h"
#include "rtc_base/physical_socket_server.h"
#include "rtc_base/thread.h"

namespace nlw {

// Asks multicast DNS for addresses, RFC 6762. Has sockets only while a question
// is open. Network thread, but for constructor and destructor.
class MdnsClient {
 public:
  // Empty: nobody answered.
  using Callback = absl::AnyInvocable<void(std::vector<rtc::IPAddress>) &&>;
  using QueryId = uint64_t;

  // `server` is that of `network`.
  MdnsClient(rtc::Thread* network, rtc::PhysicalSocketServer* server);
  ~MdnsClient();

  // `a.local` and the like, with or without a dot at the end.
  static bool IsMulticastName(const std::string& name);

  // The callback comes later, never from inside; it may do anything.
  QueryId Query(const std::string& name, Callback callback);

  // The callback will not be called; unknown ids are ignored.
  void Cancel(QueryId id);

 private:
  struct Question {
    // Never empty.
    std::map<QueryId, Callback> waiting;
    // Tells apart questions of the same name, for late timers.
    uint64_t serial = 0;
  };
  struct Answer {
    std::vector<rtc::IPAddress> addresses;
    int64_t expires_ms = 0;
  };

  void Start(const std::string& name, Question& question);
  void Ask(const std::string& name, uint64_t serial, size_t attempt);
  void OnMessage(rtc::ArrayView<const uint8_t> message);
  void Resolve(const std::string& name,
               const std::vector<rtc::IPAddress>& addresses);
  void Remember(const std::string& name, Answer answer);
  void CloseSocketsIfUnused();

  rtc::Thread* const network_;
  rtc::PhysicalSocketServer* const server_;
  std::vector<std::unique_ptr<MdnsSocket>> sockets_;
  // By normalized name.
  std::map<std::string, Question> questions_;
  std::map<std::string, Answer> answers_;
  QueryId last_id_ = 0;
  uint64_t last_serial_ = 0;
  webrtc::ScopedTaskSafetyDetached safety_;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_MDNS_CLIENT_H_
