# Toolchain of the binaries for release: the compiler of this machine, or
# Debian's cross compiler, with the headers and libraries of the older C library
# in NLW_LIBC. NLW_ARCH is Node's name of the processor.

set(CMAKE_TRY_COMPILE_PLATFORM_VARIABLES NLW_ARCH NLW_LIBC)
set(processors_x64 x86_64)
set(processors_arm64 aarch64)
set(processor "${processors_${NLW_ARCH}}")
if(NOT processor OR NOT IS_DIRECTORY "${NLW_LIBC}/usr/include")
  message(FATAL_ERROR "NLW_ARCH=${NLW_ARCH}, NLW_LIBC=${NLW_LIBC}: both must be set.")
endif()

set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR "${processor}")
set(CMAKE_SYSROOT "${NLW_LIBC}")
set(compiler g++)
if(NOT CMAKE_HOST_SYSTEM_PROCESSOR STREQUAL processor)
  set(compiler "${processor}-linux-gnu-g++")
  set(CMAKE_C_COMPILER "${processor}-linux-gnu-gcc")
  set(CMAKE_CXX_COMPILER "${compiler}")
endif()

# A cross compiler looks in the headers of its own C library before --sysroot's,
# every one in the libraries of its own. Only what is the compiler's stays.
execute_process(COMMAND "${CMAKE_COMMAND}" -E env LC_ALL=C
  "${compiler}" "--sysroot=${NLW_LIBC}" -x c++ -E -v /dev/null
  OUTPUT_QUIET ERROR_VARIABLE said RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "${compiler}: ${failed}\n${said}")
endif()
string(REGEX REPLACE "^.*#include <[^\n]*\n(.*)\nEnd of search list.*$" "\\1" list "${said}")
string(REGEX MATCHALL "/[^\n]+" folders "${list}")
set(c_folders "")
set(cxx_folders "")
foreach(folder ${folders})
  string(FIND "${folder}" "${NLW_LIBC}/" in_libc)
  if(folder MATCHES "/c\\+\\+/")
    string(APPEND cxx_folders " -isystem ${folder}")
  elseif(folder MATCHES "/lib/gcc" OR in_libc EQUAL 0)
    string(APPEND c_folders " -isystem ${folder}")
  endif()
endforeach()
set(CMAKE_C_FLAGS_INIT "-nostdinc${c_folders}")
set(CMAKE_CXX_FLAGS_INIT "-nostdinc${cxx_folders}${c_folders}")
foreach(kind EXE MODULE SHARED)
  set(CMAKE_${kind}_LINKER_FLAGS_INIT "-B${NLW_LIBC}/usr/lib/${processor}-linux-gnu/")
endforeach()
