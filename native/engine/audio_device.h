#ifndef NATIVE_ENGINE_AUDIO_DEVICE_H_
#define NATIVE_ENGINE_AUDIO_DEVICE_H_

#include <memory>

#include "api/scoped_refptr.h"
#include "api/task_queue/task_queue_factory.h"
#include "modules/audio_device/include/audio_device.h"
#include "native/engine/received_audio.h"

namespace nlw {

// A device without hardware. While anything plays it pulls 10 ms blocks of the
// mix at their pace, so that received audio is decoded and reaches its tracks'
// sinks; the mix itself is dropped. It never delivers recorded data: that would
// be mixed into every sending source.
//
// Worker thread only, and made there. `task_queue_factory` must outlive it.
// `received` is told when each block is due.
rtc::scoped_refptr<webrtc::AudioDeviceModule> CreateAudioDevice(
    const webrtc::TaskQueueFactory& task_queue_factory,
    rtc::scoped_refptr<ReceivedAudio> received);

}  // namespace nlw

#endif  // NATIVE_ENGINE_AUDIO_DEVICE_H_
