#include "native/media/written_video_source.h"

#include <utility>

#include "api/make_ref_counted.h"

namespace nlw {

WrittenVideoSource::WrittenVideoSource(rtc::Thread* worker,
                                       std::shared_ptr<VideoInput> input)
    : VideoSource(worker), input_(std::move(input)) {}

rtc::scoped_refptr<VideoSource> WrittenVideoSource::Clone() const {
  return rtc::make_ref_counted<WrittenVideoSource>(worker(), input_);
}

}  // namespace nlw
