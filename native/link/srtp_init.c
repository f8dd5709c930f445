// libwebrtc starts libsrtp with the first session of the process that is there,
// and ends it with the last one; each start runs libsrtp's self-tests, which
// take longer than a DTLS handshake. The linker's --wrap sends both here:
// libsrtp is started once and never ended.
#include <pthread.h>
#include <srtp2/srtp.h>

srtp_err_status_t __real_srtp_init(void);
srtp_err_status_t __wrap_srtp_init(void);
srtp_err_status_t __wrap_srtp_shutdown(void);

static pthread_once_t once = PTHREAD_ONCE_INIT;
static srtp_err_status_t status = srtp_err_status_fail;

static void init(void) {
  status = __real_srtp_init();
}

srtp_err_status_t __wrap_srtp_init(void) {
  pthread_once(&once, init);
  return status;
}

srtp_err_status_t __wrap_srtp_shutdown(void) {
  return srtp_err_status_ok;
}
