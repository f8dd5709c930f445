#ifndef NATIVE_LINK_DESCRIPTION_CODECS_H_
#define NATIVE_LINK_DESCRIPTION_CODECS_H_

#include <array>
#include <list>
#include <memory>
#include <vector>

#include "api/function_view.h"
#include "api/rtc_error.h"
#include "api/rtp_parameters.h"
#include "api/rtp_transceiver_direction.h"
#include "media/base/codec.h"
#include "pc/media_session.h"
#include "pc/session_description.h"

namespace nlw {

// What libwebrtc's factory of descriptions knows of codecs: to send, to
// receive, both, and all, of audio first and then of video.
using CodecLists = std::array<std::vector<cricket::Codec>, 8>;

// The codecs of all connections under one policy. libwebrtc's factories of
// descriptions, one per connection, have eight lists of codecs each, and merge
// them anew for each description by looking at all pairs: with the codecs of a
// browser that is most of an offer's time. Here connections share the lists,
// and the codecs of a first offer or answer are kept for the next one that asks
// for the same. Signaling thread.
class DescriptionCodecs {
 public:
  using Description =
      webrtc::RTCErrorOr<std::unique_ptr<cricket::SessionDescription>>;
  using Create = rtc::FunctionView<Description(
      const cricket::MediaSessionOptions& options)>;

  // Takes the lists of `factory`, which has none from then on.
  explicit DescriptionCodecs(cricket::MediaSessionDescriptionFactory& factory);

  // `create` makes a description with `factory`, which has lists meanwhile.
  // `offer`: what is answered; null for an offer.
  Description Make(cricket::MediaSessionDescriptionFactory& factory,
                   const cricket::MediaSessionOptions& options,
                   const cricket::SessionDescription* offer,
                   const cricket::SessionDescription* current,
                   Create create);

 private:
  using Codecs = std::vector<cricket::Codec>;

  // All that the codecs of a section of audio or video depend on, and these.
  struct Section {
    cricket::MediaType type;
    webrtc::RtpTransceiverDirection direction;
    std::vector<webrtc::RtpCodecCapability> preferences;
    webrtc::RtpTransceiverDirection offered_direction;
    Codecs offered;
    Codecs codecs;
  };
  struct Kept {
    bool answer = false;
    std::vector<Section> sections;
    // With these of the codecs all else of the description is the same, if they
    // suffice.
    CodecLists few;
    bool few_suffice = true;
  };

  static bool Fits(const Kept& kept,
                   const cricket::MediaSessionOptions& options,
                   const cricket::SessionDescription* offer);
  static Description MakeLike(Kept& kept,
                              cricket::MediaSessionDescriptionFactory& factory,
                              const cricket::MediaSessionOptions& options,
                              Create create);
  void Keep(const cricket::MediaSessionOptions& options,
            const cricket::SessionDescription* offer,
            const cricket::SessionDescription& description);

  CodecLists lists_;
  // What was asked for last comes first.
  std::list<Kept> kept_;
};

// A media engine that has them.
class HasDescriptionCodecs {
 public:
  // Those of the current policy; null until somebody sets it. Signaling thread.
  virtual std::shared_ptr<DescriptionCodecs>& description_codecs() = 0;

 protected:
  ~HasDescriptionCodecs() = default;
};

}  // namespace nlw

#endif  // NATIVE_LINK_DESCRIPTION_CODECS_H_
