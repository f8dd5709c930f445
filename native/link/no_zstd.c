// Debian's OpenSSL can compress certificates with Zstandard (RFC 8879); nothing
// here wants to, and libzstd is 0.7 MB. These say what an OpenSSL built
// without it says: there is no such method.

void* COMP_zstd(void) {
  return 0;
}

void* COMP_zstd_oneshot(void) {
  return 0;
}

const void* BIO_f_zstd(void) {
  return 0;
}

void ossl_comp_zstd_cleanup(void) {}
