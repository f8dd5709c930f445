# Targets for libwebrtc from a folder of unpacked packages:
#   libwebrtc             headers and definitions
#   libwebrtc_shared      what a shared object links with
#   libwebrtc_executable  what an executable links with

if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64)$")
  set(nlw_arch x64)
elseif(CMAKE_SYSTEM_PROCESSOR MATCHES "^(aarch64|arm64)$")
  set(nlw_arch arm64)
else()
  set(nlw_arch "${CMAKE_SYSTEM_PROCESSOR}")
endif()
if(LIBWEBRTC_SYSROOT)
  set(sysroot "${LIBWEBRTC_SYSROOT}")
else()
  set(sysroot "${CMAKE_SOURCE_DIR}/.sysroot/linux-${nlw_arch}")
endif()

file(GLOB libwebrtc_archive "${sysroot}/usr/lib/*/libtg_owt.a")
file(GLOB libstdcxx_archive "${sysroot}/usr/lib/gcc*/*/*/libstdc++.a")
if(NOT libwebrtc_archive OR NOT libstdcxx_archive)
  message(FATAL_ERROR "No libwebrtc in ${sysroot}: run `node scripts/sysroot.mjs`, "
    "or set LIBWEBRTC_SYSROOT to a folder with the unpacked packages.")
endif()
get_filename_component(library_folder "${libwebrtc_archive}" DIRECTORY)
get_filename_component(multiarch "${library_folder}" NAME)
get_filename_component(gcc_folder "${libstdcxx_archive}" DIRECTORY)

# Class layouts depend on the definitions that the package was built with.
file(STRINGS "${library_folder}/cmake/tg_owt/tg_owtTargets.cmake" definitions
  REGEX "INTERFACE_COMPILE_DEFINITIONS \"[^\"]*WEBRTC_POSIX")
string(REGEX REPLACE "^.*INTERFACE_COMPILE_DEFINITIONS \"([^\"]*)\".*$" "\\1"
  definitions "${definitions}")
if(NOT definitions MATCHES "NDEBUG")
  message(FATAL_ERROR "${library_folder}: not the release build of libwebrtc.")
endif()

set(include_folder "${sysroot}/usr/include")
add_library(libwebrtc INTERFACE)
target_compile_definitions(libwebrtc INTERFACE ${definitions})
target_include_directories(libwebrtc SYSTEM INTERFACE
  "${include_folder}/tg_owt" "${include_folder}/tg_owt/third_party/libyuv/include"
  "${include_folder}/${multiarch}" "${include_folder}")

file(GLOB absl_archives "${library_folder}/libabsl_*.a")
list(FILTER absl_archives EXCLUDE REGEX "test|mock")
set(archives "${libwebrtc_archive}" ${absl_archives})
foreach(name srtp2 ssl crypto vpx aom opus openh264 yuv jpeg z)
  list(APPEND archives "${library_folder}/lib${name}.a")
endforeach()
foreach(name stdc++ gcc_eh gcc)
  list(APPEND archives "${gcc_folder}/lib${name}.a")
endforeach()

# The C++ library comes from the sysroot, not from the compiler.
set(CMAKE_CXX_IMPLICIT_LINK_LIBRARIES "")

add_library(libwebrtc_executable INTERFACE)
target_link_libraries(libwebrtc_executable INTERFACE
  -Wl,--start-group ${archives} -Wl,--end-group m dl pthread)
target_link_options(libwebrtc_executable INTERFACE
  -static-libgcc
  -Wl,--gc-sections
  # GNU ld up to 2.41 or so takes `push x@GOTPCREL(%rip)`, which newer compilers
  # make, for a call.
  -Wl,--no-relax
  -Wl,--as-needed
  -Wl,--undefined=__cxa_pure_virtual
  -Wl,--wrap=OPENSSL_init_crypto
  -Wl,--wrap=opus_select_arch
  -Wl,--wrap=SSL_CTX_new
  -Wl,--wrap=SSL_CTX_set_cipher_list
  -Wl,--wrap=srtp_init
  -Wl,--wrap=srtp_shutdown
  -Wl,--wrap=_ZN6dcsctp19RetransmissionQueue22HandleT3RtxTimerExpiryEv
  -Wl,--wrap=_ZN6dcsctp18StreamResetHandler14HandleReConfigENS_13ReConfigChunkE
  -Wl,--wrap=_ZN6webrtc10RTCPSender14SetLastRtpTimeEjSt8optionalINS_9TimestampEES1_IaE
  -Wl,--wrap=_ZN6webrtc21StreamSynchronization13ComputeDelaysEiiPiS1_
  -Wl,--wrap=_ZN7cricket30MediaSessionDescriptionFactoryC1EPNS_20MediaEngineInterfaceEbPN3rtc23UniqueRandomIdGeneratorEPKNS_27TransportDescriptionFactoryE
  -Wl,--wrap=_ZN6webrtc31WebRtcSessionDescriptionFactoryD1Ev
  -Wl,--wrap=_ZNK7cricket30MediaSessionDescriptionFactory18CreateOfferOrErrorERKNS_19MediaSessionOptionsEPKNS_18SessionDescriptionE
  -Wl,--wrap=_ZNK7cricket30MediaSessionDescriptionFactory19CreateAnswerOrErrorEPKNS_18SessionDescriptionERKNS_19MediaSessionOptionsES3_
  -Wl,--wrap=_ZN3rtc8ToStringB5cxx11Ei
  -Wl,--wrap=_ZN3rtc8ToStringB5cxx11Ej
  -Wl,--wrap=_ZN3rtc8ToStringB5cxx11El
  -Wl,--wrap=_ZN3rtc8ToStringB5cxx11Em
  -Wl,--wrap=_ZN3rtc7openssl30LoadBuiltinSSLRootCertificatesEP10ssl_ctx_st)

# Node exports OpenSSL's symbols too: all names are bound inside and hidden.
add_library(libwebrtc_shared INTERFACE)
target_link_libraries(libwebrtc_shared INTERFACE libwebrtc_executable)
target_link_options(libwebrtc_shared INTERFACE
  -Wl,--exclude-libs,ALL
  -Wl,-Bsymbolic
  "-Wl,-T,${CMAKE_CURRENT_LIST_DIR}/unwind_tables.ld"
  "-Wl,--version-script=${CMAKE_CURRENT_LIST_DIR}/exports.map"
  -Wl,-z,nodelete
  -Wl,-z,relro,-z,now)
