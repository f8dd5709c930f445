#ifndef NATIVE_MEDIA_FEED_H_
#define NATIVE_MEDIA_FEED_H_

#include <memory>
#include <string>

#include "api/media_stream_interface.h"
#include "native/media/test_options.h"
#include "native/media/track_reader.h"

namespace nlw {

// What a track of JavaScript's holds of libwebrtc: the source that is its own,
// libwebrtc's track over it, made when it is first needed, and its readers.
// Signaling thread, where it also ends, but where said.
class Feed {
 public:
  virtual ~Feed() = default;

  // Any thread.
  virtual bool is_video() const = 0;
  // Any thread. Over another source, which gives the same.
  virtual std::unique_ptr<Feed> Clone(std::string track_id) const = 0;
  // Any thread. Of the kind that a test source has; else nothing happens.
  virtual void Configure(const TestVideoOptions& /*options*/) {}
  virtual void Configure(const TestAudioOptions& /*options*/) {}

  virtual rtc::scoped_refptr<webrtc::MediaStreamTrackInterface> GetTrack() = 0;
  // Disabled, it gives black frames or silence.
  virtual void SetEnabled(bool enabled) = 0;
  virtual void SetContentHint(
      webrtc::VideoTrackInterface::ContentHint hint) = 0;
  // The source gives nothing any more, for good.
  virtual void Stop() = 0;
  virtual void AddReader(std::shared_ptr<TrackReader> reader) = 0;
  // No call comes after it.
  virtual void RemoveReader(const std::shared_ptr<TrackReader>& reader) = 0;
};

}  // namespace nlw

#endif  // NATIVE_MEDIA_FEED_H_
