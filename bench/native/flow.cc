#include "bench/native/flow.h"

#include <algorithm>
#include <utility>

#include "bench/native/fail.h"
#include "bench/native/lines.h"
#include "bench/native/process.h"

namespace bench {
namespace {

constexpr size_t kWindowBytes = 4 << 20;
constexpr size_t kWindowMessages = 8192;
constexpr size_t kAcknowledgeBytes = 256 << 10;
constexpr size_t kAcknowledgeMessages = 1024;
// Messages between two turns of the thread.
constexpr int kBatch = 256;
constexpr size_t kPingSize = 64;

std::string Padded(char kind) {
  std::string text(kPingSize, '.');
  text[0] = kind;
  return text;
}

}  // namespace

Flow::Flow(rtc::scoped_refptr<webrtc::DataChannelInterface> channel,
           rtc::Thread* network)
    : channel_(std::move(channel)), network_(network) {}

void Flow::Send(size_t size) {
  network_->PostTask([this, size] {
    const std::vector<uint8_t> bytes(size);
    message_.SetData(bytes.data(), bytes.size());
    window_ = std::min(kWindowBytes, kWindowMessages * size);
    in_flight_ = 0;
    running_ = true;
    Pump();
  });
}

void Flow::Stop() {
  network_->PostTask([this] {
    running_ = false;
    SendText("e");
  });
}

std::string Flow::Mark() const {
  return Json({{"seconds", Seconds()},
               {"cpu", CpuSeconds()},
               {"bytes", static_cast<double>(received_bytes_)},
               {"messages", static_cast<double>(received_messages_)}});
}

std::vector<double> Flow::Ping(int count) {
  const std::string ping = Padded('p');
  std::vector<double> times;
  for (int i = 0; i < count; ++i) {
    const double start = Seconds();
    channel_->SendAsync(webrtc::DataBuffer(ping), [](webrtc::RTCError) {});
    pong_.Wait(rtc::Event::kForever);
    times.push_back((Seconds() - start) * 1000);
  }
  return times;
}

void Flow::Pump() {
  const size_t size = message_.size();
  for (int i = 0; i < kBatch; ++i) {
    if (!running_ || in_flight_ + size > window_) {
      return;
    }
    in_flight_ += size;
    if (!channel_->Send(webrtc::DataBuffer(message_, true))) {
      Fail("a message was refused");
    }
  }
  if (!std::exchange(scheduled_, true)) {
    network_->PostTask([this] {
      scheduled_ = false;
      Pump();
    });
  }
}

void Flow::SendText(const std::string& text) {
  if (!channel_->Send(webrtc::DataBuffer(text))) {
    Fail("a text was refused");
  }
}

void Flow::OnMessage(const webrtc::DataBuffer& buffer) {
  if (buffer.binary) {
    received_bytes_ += buffer.size();
    ++received_messages_;
    unacknowledged_bytes_ += buffer.size();
    if (++unacknowledged_messages_ < kAcknowledgeMessages &&
        unacknowledged_bytes_ < kAcknowledgeBytes) {
      return;
    }
    unacknowledged_messages_ = 0;
    SendText("a " + std::to_string(std::exchange(unacknowledged_bytes_, 0)));
    return;
  }
  const std::string text(buffer.data.cdata<char>(), buffer.size());
  switch (text[0]) {
    case 'a':
      in_flight_ -= std::stoul(text.substr(2));
      Pump();
      break;
    case 'p':
      SendText(Padded('r'));
      break;
    case 'r':
      pong_.Set();
      break;
    default:
      unacknowledged_bytes_ = 0;
      unacknowledged_messages_ = 0;
      Say("end");
  }
}

}  // namespace bench
