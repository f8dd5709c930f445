// libgcc's unwinder asks glibc 2.35's _dl_find_object for the unwind table of
// an address. This one does it over dl_iterate_phdr, so that an older one
// serves.
#define _GNU_SOURCE
#include <link.h>
#include <stdint.h>

// The layout of glibc's struct dl_find_object on x86-64 and AArch64.
struct FoundObject {
  unsigned long long flags;
  void* map_start;
  void* map_end;
  struct link_map* link_map;
  void* eh_frame;
  unsigned long long reserved[7];
};

struct Search {
  uintptr_t pc;
  struct FoundObject* result;
};

// Returns 1, which ends the iteration, at the object that holds `pc`.
static int Visit(struct dl_phdr_info* info, size_t size, void* data) {
  (void)size;
  struct Search* search = data;
  const ElfW(Phdr)* eh_frame = 0;
  uintptr_t start = UINTPTR_MAX;
  uintptr_t end = 0;
  int holds_pc = 0;
  for (int i = 0; i < info->dlpi_phnum; ++i) {
    const ElfW(Phdr)* header = &info->dlpi_phdr[i];
    if (header->p_type == PT_GNU_EH_FRAME) {
      eh_frame = header;
    }
    if (header->p_type != PT_LOAD) {
      continue;
    }
    uintptr_t from = info->dlpi_addr + header->p_vaddr;
    uintptr_t to = from + header->p_memsz;
    start = from < start ? from : start;
    end = to > end ? to : end;
    holds_pc |= search->pc >= from && search->pc < to;
  }
  if (!holds_pc) {
    return 0;
  }
  if (!eh_frame) {
    return -1;
  }
  *search->result = (struct FoundObject){
      .map_start = (void*)start,
      .map_end = (void*)end,
      .eh_frame = (void*)(info->dlpi_addr + eh_frame->p_vaddr),
  };
  return 1;
}

// Returns 0 when found, -1 when not, as glibc's does. The assembler name alone
// is glibc's, since newer headers declare the function with their own struct.
__attribute__((visibility("hidden"))) int FindObject(
    void* pc,
    struct FoundObject* result) __asm__("_dl_find_object");

int FindObject(void* pc, struct FoundObject* result) {
  struct Search search = {(uintptr_t)pc, result};
  return dl_iterate_phdr(Visit, &search) == 1 ? 0 : -1;
}
