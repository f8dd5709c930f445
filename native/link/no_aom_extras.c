// What libaom's encoder measures blocks with at 10 and 12 bits, and for masked
// and overlapped prediction, its search for a loop restoration and its denoiser
// are 0.7 MB that nothing here calls: AV1 is encoded with 8 bits, and
// native/codecs/av1 turns the rest off. Defined here, the linker never takes
// those members.

unsigned nlw_no_aom_extras(void);

unsigned nlw_no_aom_extras(void) {
  return 0;
}

#define NOTHING(name) \
  unsigned name(void) __attribute__((alias("nlw_no_aom_extras")));

#define FOR_BLOCKS(MACRO, before, after) \
  MACRO(before##4x4##after)              \
  MACRO(before##4x8##after)              \
  MACRO(before##4x16##after)             \
  MACRO(before##8x4##after)              \
  MACRO(before##8x8##after)              \
  MACRO(before##8x16##after)             \
  MACRO(before##8x32##after)             \
  MACRO(before##16x4##after)             \
  MACRO(before##16x8##after)             \
  MACRO(before##16x16##after)            \
  MACRO(before##16x32##after)            \
  MACRO(before##16x64##after)            \
  MACRO(before##32x8##after)             \
  MACRO(before##32x16##after)            \
  MACRO(before##32x32##after)            \
  MACRO(before##32x64##after)            \
  MACRO(before##64x16##after)            \
  MACRO(before##64x32##after)            \
  MACRO(before##64x64##after)            \
  MACRO(before##64x128##after)           \
  MACRO(before##128x64##after)           \
  MACRO(before##128x128##after)

#define FOR_DEPTHS(before, after)                    \
  FOR_BLOCKS(NOTHING, aom_highbd_8_##before, after)  \
  FOR_BLOCKS(NOTHING, aom_highbd_10_##before, after) \
  FOR_BLOCKS(NOTHING, aom_highbd_12_##before, after)

// highbd_sad4d_sse2, highbd_sad_sse2, highbd_sad_avx2
FOR_BLOCKS(NOTHING, aom_highbd_sad, _sse2)
FOR_BLOCKS(NOTHING, aom_highbd_sad, _avg_sse2)
FOR_BLOCKS(NOTHING, aom_highbd_sad, x4d_sse2)
FOR_BLOCKS(NOTHING, aom_highbd_sad_skip_, _sse2)
FOR_BLOCKS(NOTHING, aom_highbd_sad_skip_, x4d_sse2)
FOR_BLOCKS(NOTHING, aom_highbd_sad, _avx2)
FOR_BLOCKS(NOTHING, aom_highbd_sad, _avg_avx2)
FOR_BLOCKS(NOTHING, aom_highbd_sad, x3d_avx2)
FOR_BLOCKS(NOTHING, aom_highbd_sad, x4d_avx2)
FOR_BLOCKS(NOTHING, aom_highbd_sad_skip_, _avx2)
FOR_BLOCKS(NOTHING, aom_highbd_sad_skip_, x4d_avx2)

// highbd_variance_sse2, highbd_variance_avx2
FOR_DEPTHS(variance, _sse2)
FOR_DEPTHS(sub_pixel_variance, _sse2)
FOR_DEPTHS(sub_pixel_avg_variance, _sse2)
FOR_DEPTHS(mse, _sse2)
NOTHING(aom_mse_wxh_16bit_highbd_sse2)
FOR_DEPTHS(variance, _avx2)
FOR_DEPTHS(sub_pixel_variance, _avx2)
FOR_DEPTHS(mse, _avx2)
NOTHING(aom_mse_wxh_16bit_highbd_avx2)

// masked_variance_intrin_ssse3, masked_sad_intrin_ssse3, masked_sad_intrin_avx2
FOR_BLOCKS(NOTHING, aom_masked_sub_pixel_variance, _ssse3)
FOR_DEPTHS(masked_sub_pixel_variance, _ssse3)
NOTHING(aom_comp_mask_pred_ssse3)
FOR_BLOCKS(NOTHING, aom_masked_sad, _ssse3)
FOR_BLOCKS(NOTHING, aom_highbd_masked_sad, _ssse3)
NOTHING(aom_masked_sad4xh_ssse3)
NOTHING(aom_masked_sad8xh_ssse3)
NOTHING(aom_highbd_masked_sad4xh_ssse3)
FOR_BLOCKS(NOTHING, aom_masked_sad, _avx2)
FOR_BLOCKS(NOTHING, aom_highbd_masked_sad, _avx2)

// obmc_variance_sse4, obmc_variance_avx2, obmc_sad_sse4, obmc_sad_avx2
FOR_BLOCKS(NOTHING, aom_obmc_variance, _sse4_1)
FOR_BLOCKS(NOTHING, aom_obmc_sub_pixel_variance, _sse4_1)
FOR_DEPTHS(obmc_variance, _sse4_1)
FOR_BLOCKS(NOTHING, aom_obmc_variance, _avx2)
FOR_BLOCKS(NOTHING, aom_obmc_sad, _sse4_1)
FOR_BLOCKS(NOTHING, aom_highbd_obmc_sad, _sse4_1)
FOR_BLOCKS(NOTHING, aom_obmc_sad, _avx2)
FOR_BLOCKS(NOTHING, aom_highbd_obmc_sad, _avx2)

// pickrst, pickrst_sse4, pickrst_avx2
#define FOR_RESTORATION(after)                 \
  NOTHING(av1_calc_proj_params##after)         \
  NOTHING(av1_calc_proj_params_high_bd##after) \
  NOTHING(av1_compute_stats##after)            \
  NOTHING(av1_compute_stats_highbd##after)     \
  NOTHING(av1_highbd_pixel_proj_error##after)  \
  NOTHING(av1_lowbd_pixel_proj_error##after)

NOTHING(av1_pick_filter_restoration)
FOR_RESTORATION(_c)
FOR_RESTORATION(_sse4_1)
FOR_RESTORATION(_avx2)

// noise_model
NOTHING(aom_denoise_and_model_alloc)
NOTHING(aom_denoise_and_model_free)
NOTHING(aom_denoise_and_model_run)
