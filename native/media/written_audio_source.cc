#include "native/media/written_audio_source.h"

#include <utility>

#include "api/make_ref_counted.h"

namespace nlw {

WrittenAudioSource::WrittenAudioSource(std::shared_ptr<AudioInput> input)
    : input_(std::move(input)) {}

rtc::scoped_refptr<AudioSource> WrittenAudioSource::Clone() const {
  return rtc::make_ref_counted<WrittenAudioSource>(input_);
}

}  // namespace nlw
