// OpenSSL's AES-GCM for processors with VAES and AVX-512 is 0.7 MB of unrolled
// code; packets are too short to gain by it. These say that the processor has
// none of that, so its code for AES-NI and AVX is used, and nothing else here
// is called.
#if defined(__x86_64__)

int ossl_vaes_vpclmulqdq_capable(void) {
  return 0;
}

void ossl_aes_gcm_init_avx512(void) {}
void ossl_aes_gcm_setiv_avx512(void) {}
void ossl_aes_gcm_update_aad_avx512(void) {}
void ossl_aes_gcm_encrypt_avx512(void) {}
void ossl_aes_gcm_decrypt_avx512(void) {}
void ossl_aes_gcm_finalize_avx512(void) {}
void ossl_gcm_gmult_avx512(void) {}

#endif
