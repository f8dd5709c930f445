#include <sstream>
#include <string>
#include <vector>

#include "bench/native/fail.h"
#include "bench/native/figures.h"
#include "bench/native/flow.h"
#include "bench/native/lines.h"
#include "bench/native/peer.h"

namespace bench {
namespace {

std::string JsonArray(const std::vector<double>& values) {
  std::ostringstream stream;
  const char* separator = "[";
  for (const double value : values) {
    stream << separator << value;
    separator = ",";
  }
  stream << "]";
  return stream.str();
}

void OnSignal(Peer& peer, const std::vector<std::string>& words) {
  const std::string& kind = words[1];
  if (kind == "offer") {
    peer.SetRemote(webrtc::SdpType::kOffer, words[2]);
    const std::string answer = peer.CreateAnswer();
    Say("signal", {"answer", answer});
    peer.SetLocal(webrtc::SdpType::kAnswer, answer);
  } else if (kind == "answer") {
    peer.SetRemote(webrtc::SdpType::kAnswer, words[2]);
  } else {
    peer.AddCandidate({words[2], words[3], std::stoi(words[4])});
  }
}

}  // namespace

void ServeChannel(Factory& factory, const Options& options) {
  Peer peer(factory);
  std::unique_ptr<Flow> flow;
  peer.on_candidate = [](CandidateLine line) {
    Say("signal",
        {"candidate", line.candidate, line.mid, std::to_string(line.index)});
  };
  // Before the bench knows that it is open.
  peer.on_open = [&] {
    flow = std::make_unique<Flow>(
        rtc::scoped_refptr<webrtc::DataChannelInterface>(peer.channel()),
        rtc::Thread::Current());
    Say("open");
  };
  peer.on_message = [&](const webrtc::DataBuffer& buffer) {
    flow->OnMessage(buffer);
  };
  if (options.at("role") == "offerer") {
    peer.OpenChannel();
    const std::string offer = peer.CreateOffer(false);
    peer.SetLocal(webrtc::SdpType::kOffer, offer);
    Say("signal", {"offer", offer});
  }
  for (;;) {
    const std::vector<std::string> words = Listen();
    if (words.empty()) {
      return;
    }
    if (words[0] == "signal") {
      OnSignal(peer, words);
    } else if (words[0] == "send") {
      flow->Send(std::stoul(words[1]));
    } else if (words[0] == "stop") {
      flow->Stop();
    } else if (words[0] == "mark") {
      Say("mark", {flow->Mark()});
    } else if (words[0] == "ping") {
      Say("times", {JsonArray(flow->Ping(std::stoi(words[1])))});
    } else {
      Fail("an unknown word: " + words[0]);
    }
  }
}

}  // namespace bench
