#ifndef NATIVE_ENGINE_THREAD_CHECK_H_
#define NATIVE_ENGINE_THREAD_CHECK_H_

// libwebrtc's RTC_DCHECK_RUN_ON is compiled out of the archives and headers
// (NDEBUG); this one depends on NLW_CHECK_THREADS alone. Takes an
// rtc::Thread* or a webrtc::TaskQueueBase*; null fails.
#ifdef NLW_CHECK_THREADS
#include "rtc_base/checks.h"
#define NLW_DCHECK_RUN_ON(thread)                         \
  RTC_CHECK((thread) != nullptr && (thread)->IsCurrent()) \
      << "Called on the wrong thread; want " #thread
#else
#define NLW_DCHECK_RUN_ON(thread) \
  do {                            \
  } while (false)
#endif

#endif  // NATIVE_ENGINE_THREAD_CHECK_H_
