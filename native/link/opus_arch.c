// Opus asks the processor what it can do for each encoder and decoder, some of
// them several times. In a virtual machine each question (CPUID) goes to the
// hypervisor and takes tens of microseconds; the answer stays the same.
#include <stdatomic.h>

int __real_opus_select_arch(void);

// The linker's --wrap sends calls of opus_select_arch here. Any thread.
int __wrap_opus_select_arch(void) {
  static atomic_int known = -1;
  int arch = atomic_load_explicit(&known, memory_order_relaxed);
  if (arch < 0) {
    arch = __real_opus_select_arch();
    atomic_store_explicit(&known, arch, memory_order_relaxed);
  }
  return arch;
}
