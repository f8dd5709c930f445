// Opus 1.6 brings neural networks that conceal losses and enhance speech, 3.7
// MB of weights. They work from decoder complexity 5 on; libwebrtc never
// sets one, it stays 0. These stand for them as in an Opus built without: the
// same samples, but -32768 stays where the networks' clamp makes it -32767.
#include <stdint.h>
#include <string.h>

enum { kPlcFrameSamples = 160 };

// Deep packet loss concealment (lpcnet_plc.c). The state is zero: not loaded.

int lpcnet_plc_init(void* state) {
  (void)state;
  return 0;
}

void lpcnet_plc_reset(void* state) {
  (void)state;
}

// Learns from a good frame.
int lpcnet_plc_update(void* state, int16_t* samples) {
  (void)state;
  (void)samples;
  return 0;
}

// Only called when the model is loaded.
int lpcnet_plc_conceal(void* state, int16_t* samples) {
  (void)state;
  memset(samples, 0, kPlcFrameSamples * sizeof(*samples));
  return 0;
}

// Opus speech coding enhancement (osce.c).

// Anything but 0 means that there is no model.
int osce_load_models(void* model, const void* data, int length) {
  (void)model;
  (void)data;
  (void)length;
  return -1;
}

void osce_reset(void* state, int method) {
  (void)state;
  (void)method;
}

// Leaves the samples as they are, as method 0 does.
void osce_enhance_frame(void* model,
                        void* decoder,
                        void* control,
                        int16_t* samples,
                        int32_t bits,
                        int arch) {
  (void)model;
  (void)decoder;
  (void)control;
  (void)samples;
  (void)bits;
  (void)arch;
}

void osce_bwe_reset(void* state) {
  (void)state;
}

// Bandwidth extension to 48 kHz; only called when the model is loaded.
void osce_bwe(void* model,
              void* state,
              int16_t* samples_48k,
              int16_t* samples_16k,
              int32_t length_16k,
              int arch) {
  (void)model;
  (void)state;
  (void)samples_16k;
  (void)arch;
  memset(samples_48k, 0, 3 * (size_t)length_16k * sizeof(*samples_48k));
}
