#ifndef TEST_NATIVE_CHECK_H_
#define TEST_NATIVE_CHECK_H_

#include <dirent.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>

// Ends the test with the line that failed; on in every build type.
#define CHECK(condition)                                                   \
  do {                                                                     \
    if (!(condition)) {                                                    \
      std::fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                        \
    }                                                                      \
  } while (false)

namespace nlw {

inline int CountEntries(const char* folder) {
  DIR* directory = opendir(folder);
  CHECK(directory != nullptr);
  int count = 0;
  while (const dirent* entry = readdir(directory))
    count += entry->d_name[0] != '.';
  closedir(directory);
  return count;
}

// The kernel lists a thread for a moment after it was joined.
inline int CountThreads() {
  return CountEntries("/proc/self/task");
}

inline int CountDescriptors() {
  return CountEntries("/proc/self/fd");
}

// Polls until `condition` holds; fails after the deadline.
template <typename Condition>
bool Eventually(Condition condition,
                std::chrono::milliseconds deadline = std::chrono::seconds(10)) {
  const auto end = std::chrono::steady_clock::now() + deadline;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end)
      return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return true;
}

}  // namespace nlw

#endif  // TEST_NATIVE_CHECK_H_
