// At process exit nothing of this shared object may be torn down: libwebrtc's
// threads are still running then. Destructors of static objects and atexit()
// register here, and are dropped. Thread-local destructors do not come this
// way (__cxa_thread_atexit_impl) and run.
__attribute__((visibility("hidden"))) int __cxa_atexit(void (*function)(void*),
                                                       void* argument,
                                                       void* dso) {
  (void)function;
  (void)argument;
  (void)dso;
  return 0;
}
