#ifndef NATIVE_OBSERVERS_CHANNEL_H_
#define NATIVE_OBSERVERS_CHANNEL_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "absl/functional/any_invocable.h"
#include "api/array_view.h"
#include "api/data_channel_interface.h"
#include "native/env/js_thread.h"
#include "rtc_base/copy_on_write_buffer.h"
#include "rtc_base/synchronization/mutex.h"
#include "rtc_base/thread.h"
#include "rtc_base/thread_annotations.h"

namespace nlw {

// One data channel: libwebrtc's object, its observer, and the queue of what
// JavaScript sent. The connection keeps it until it is closed; the handle
// keeps it as long as JavaScript does.
class Channel : public webrtc::DataChannelObserver,
                public std::enable_shared_from_this<Channel> {
 public:
  // Runs on the network thread when the channel has become `closed`.
  using OnClosed = absl::AnyInvocable<void(int id)>;

  // Any thread.
  Channel(rtc::Thread* network,
          std::shared_ptr<JsThread> door,
          OnClosed on_closed);
  ~Channel() override;

  // Any thread.
  int id() const { return id_; }

  // Signaling thread, once. Hands over libwebrtc's channel; `announce` gets
  // NativeDataChannelFacts on the network thread. Facts and registration are
  // one step there, so that no change of state is missed or told twice.
  void Attach(rtc::scoped_refptr<webrtc::DataChannelInterface> channel,
              absl::AnyInvocable<void(Value) &&> announce);
  // The same for a channel whose facts JavaScript knows already: tells only
  // what has changed since.
  void Attach(rtc::scoped_refptr<webrtc::DataChannelInterface> channel);
  // Signaling thread: libwebrtc refused to make the channel.
  void Fail(const webrtc::RTCError& error);

  // Signaling thread. No callback comes after it. Lets go of the channel.
  void Release();

  // Any thread; in order with each other.
  void Send(rtc::ArrayView<const uint8_t> message, bool binary);
  void Close();

 private:
  struct Outgoing {
    bool close = false;
    bool binary = false;
    // Of a large message. The bytes of the others follow each other in
    // Queue::bytes.
    rtc::CopyOnWriteBuffer data = {};
    size_t size = 0;
  };
  struct Queue {
    std::vector<Outgoing> items;
    std::vector<uint8_t> bytes;
  };

  void Enqueue(Outgoing outgoing, rtc::ArrayView<const uint8_t> bytes = {});
  void Drain();
  Value Facts();
  void PostState();

  void OnStateChange() override;
  void OnMessage(const webrtc::DataBuffer& buffer) override;
  void OnBufferedAmountChange(uint64_t sent_data_size) override;
  bool IsOkToCallOnTheNetworkThread() override { return true; }
  void FlushSent();

  rtc::Thread* const network_;
  const std::shared_ptr<JsThread> door_;
  const int id_;
  OnClosed on_closed_;

  // Network thread; written while the signaling thread waits. Null before
  // Attach and after Release.
  rtc::scoped_refptr<webrtc::DataChannelInterface> channel_;
  uint64_t sent_ = 0;
  bool sent_posted_ = false;

  webrtc::Mutex mutex_;
  bool draining_ RTC_GUARDED_BY(mutex_) = false;
  Queue outgoing_ RTC_GUARDED_BY(mutex_);
};

}  // namespace nlw

#endif  // NATIVE_OBSERVERS_CHANNEL_H_
