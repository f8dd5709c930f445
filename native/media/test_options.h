#ifndef NATIVE_MEDIA_TEST_OPTIONS_H_
#define NATIVE_MEDIA_TEST_OPTIONS_H_

#include <vector>

namespace nlw {

// How a test source works.
struct TestVideoOptions {
  int width = 640;
  int height = 480;
  // Frames a second.
  double frame_rate = 30;
};

struct TestAudioOptions {
  // Hertz; one tone each, mixed.
  std::vector<double> frequencies = {440};
  // Amplitude of the mix, 0 to 1.
  double volume = 0.5;
  // A multiple of 100: libwebrtc takes blocks of 10 ms.
  int sample_rate = 48000;
  int channel_count = 1;
};

// libwebrtc ends the process over more in one block of audio, and no encoder
// takes larger pictures.
struct TestBounds {
  static constexpr int kSide = 8192;
  static constexpr double kFrameRate = 240;
  static constexpr int kMinSampleRate = 8000;
  static constexpr int kMaxSampleRate = 96000;
  static constexpr int kChannels = 8;

  static bool Hold(const TestVideoOptions& options);
  static bool Hold(const TestAudioOptions& options);
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_TEST_OPTIONS_H_
