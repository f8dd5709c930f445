// libwebrtc writes integers by snprintf: a twentieth of an offer's time, which
// has hundreds of them. The linker's --wrap sends the calls.
#include <string>

namespace nlw {

// Not `extern "C"`: they return a class.
std::string WriteInt(int value) __asm__("__wrap__ZN3rtc8ToStringB5cxx11Ei");
std::string WriteUint(unsigned value) __asm__(
    "__wrap__ZN3rtc8ToStringB5cxx11Ej");
std::string WriteLong(long value) __asm__("__wrap__ZN3rtc8ToStringB5cxx11El");
std::string WriteUlong(unsigned long value) __asm__(
    "__wrap__ZN3rtc8ToStringB5cxx11Em");

std::string WriteInt(int value) {
  return std::to_string(value);
}

std::string WriteUint(unsigned value) {
  return std::to_string(value);
}

std::string WriteLong(long value) {
  return std::to_string(value);
}

std::string WriteUlong(unsigned long value) {
  return std::to_string(value);
}

}  // namespace nlw
