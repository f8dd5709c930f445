#ifndef NATIVE_ENV_HANDLE_H_
#define NATIVE_ENV_HANDLE_H_

namespace nlw {

class Environment;

// The base of what JavaScript holds of libwebrtc. JavaScript thread only.
// Collected by the garbage collector, or closed when its environment ends,
// whatever comes first.
class Handle {
 public:
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  // The environment ends: lets go of libwebrtc's objects while the engine
  // still runs. Called once at most; after it the engine is gone.
  virtual void OnEnvironmentEnd() = 0;

 protected:
  explicit Handle(Environment& environment);
  virtual ~Handle();

  // Not once the environment has ended.
  Environment& environment() const { return *environment_; }
  bool environment_ended() const { return environment_ == nullptr; }

 private:
  friend class Environment;

  Environment* environment_;
  Handle* newer_ = nullptr;
  Handle* older_ = nullptr;
};

}  // namespace nlw

#endif  // NATIVE_ENV_HANDLE_H_
