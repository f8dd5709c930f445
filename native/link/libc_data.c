// The archives are position independent executables' code: they read data of
// other libraries directly, not through the GOT. So the C library's variables
// that they use need copies inside this shared object.
#define _GNU_SOURCE
#include <dlfcn.h>

#define HIDDEN __attribute__((visibility("hidden")))

// Of <netinet/in.h>, which declares them const and visible.
struct Address {
  _Alignas(4) unsigned char bytes[16];
};
HIDDEN const struct Address in6addr_any = {{0}};
HIDDEN const struct Address in6addr_loopback = {{[15] = 1}};

// Of <sys/single_threaded.h>, which came with glibc 2.32. Zero is always right:
// there may be other threads.
HIDDEN char __libc_single_threaded;

// Of <stdio.h>.
HIDDEN void* stdout;
HIDDEN void* stderr;

// Runs before the constructors of C++ statics, which have no priority.
__attribute__((constructor(101))) static void CopyStreams(void) {
  void** out = dlsym(RTLD_NEXT, "stdout");
  void** err = dlsym(RTLD_NEXT, "stderr");
  stdout = out ? *out : 0;
  stderr = err ? *err : 0;
}
