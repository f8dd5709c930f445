#ifndef NATIVE_ENGINE_CALLS_UNDER_WAY_H_
#define NATIVE_ENGINE_CALLS_UNDER_WAY_H_

#include <atomic>

namespace nlw {

// Counts what JavaScript asked of tracks and the signaling thread has not done
// yet. What a program writes meanwhile has to wait for it: a reader that was
// added before a frame gets that frame. Any thread.
class CallsUnderWay {
 public:
  void Begin() { ++count_; }
  void End() { --count_; }
  bool any() const { return count_ > 0; }

 private:
  std::atomic<int> count_ = 0;
};

}  // namespace nlw

#endif  // NATIVE_ENGINE_CALLS_UNDER_WAY_H_
