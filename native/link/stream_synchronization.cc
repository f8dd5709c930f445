// libwebrtc leaves sound and picture alone while they are less than 30 ms
// apart, and takes away half of what is more: then they stay up to 30 ms apart,
// where people notice from 40 ms on. Its average of the difference starts from
// 0 after each step, too, and steps come when it has passed 30 ms. Here it sees
// three times the difference: it acts from 10 ms on, within seconds, and what a
// step takes away is at most 1.5 times the difference. The linker's --wrap
// sends the calls.
#include "video/stream_synchronization.h"

extern "C" {

bool __real__ZN6webrtc21StreamSynchronization13ComputeDelaysEiiPiS1_(
    webrtc::StreamSynchronization* synchronization,
    int relative_delay_ms,
    int current_audio_delay_ms,
    int* total_audio_delay_target_ms,
    int* total_video_delay_target_ms);

// `relative_delay_ms`: how much later video arrives than audio.
// `total_video_delay_target_ms`: at first the current delay of video.
bool __wrap__ZN6webrtc21StreamSynchronization13ComputeDelaysEiiPiS1_(
    webrtc::StreamSynchronization* synchronization,
    int relative_delay_ms,
    int current_audio_delay_ms,
    int* total_audio_delay_target_ms,
    int* total_video_delay_target_ms) {
  const int difference_ms =
      *total_video_delay_target_ms - current_audio_delay_ms + relative_delay_ms;
  return __real__ZN6webrtc21StreamSynchronization13ComputeDelaysEiiPiS1_(
      synchronization, relative_delay_ms + 2 * difference_ms,
      current_audio_delay_ms, total_audio_delay_target_ms,
      total_video_delay_target_ms);
}

}  // extern "C"
