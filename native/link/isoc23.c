// The archives ask for the C23 parsers of glibc 2.38; they differ from the old
// ones in reading 0b literals only.
#include <stdarg.h>

#define HIDDEN __attribute__((visibility("hidden")))

// Declared here and not by <stdlib.h>, whose macros may rename them.
long strtol(const char*, char**, int);
long long strtoll(const char*, char**, int);
unsigned long strtoul(const char*, char**, int);
unsigned long long strtoull(const char*, char**, int);
int vsscanf(const char*, const char*, va_list);

HIDDEN long __isoc23_strtol(const char* text, char** end, int base) {
  return strtol(text, end, base);
}

HIDDEN long long __isoc23_strtoll(const char* text, char** end, int base) {
  return strtoll(text, end, base);
}

HIDDEN unsigned long __isoc23_strtoul(const char* text, char** end, int base) {
  return strtoul(text, end, base);
}

HIDDEN unsigned long long __isoc23_strtoull(const char* text,
                                            char** end,
                                            int base) {
  return strtoull(text, end, base);
}

HIDDEN int __isoc23_sscanf(const char* text, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int count = vsscanf(text, format, arguments);
  va_end(arguments);
  return count;
}
