// With each offer libwebrtc merges its codecs into a list of those to offer,
// and looks at all pairs of them for ones that are the same: with the codecs
// of a browser that was two fifths of an offer's time. In a first offer the
// list starts empty, and libwebrtc's own lists hold nothing twice: a codec is
// the same as its own copy alone, which needs no look at profiles. And without
// audio and video no codec is needed. The linker's --wrap sends the calls.
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "media/base/codec.h"
#include "pc/media_session.h"
#include "pc/session_description.h"

namespace {

using cricket::Codec;
using cricket::MediaSessionDescriptionFactory;
using Codecs = std::vector<Codec>;

Codecs& AudioOf(MediaSessionDescriptionFactory& factory);
Codecs& VideoOf(MediaSessionDescriptionFactory& factory);

// An explicit instantiation may name private members.
template <auto kAudio, auto kVideo>
struct Reveal {
  friend Codecs& AudioOf(MediaSessionDescriptionFactory& factory) {
    return factory.*kAudio;
  }
  friend Codecs& VideoOf(MediaSessionDescriptionFactory& factory) {
    return factory.*kVideo;
  }
};
template struct Reveal<&MediaSessionDescriptionFactory::all_audio_codecs_,
                       &MediaSessionDescriptionFactory::all_video_codecs_>;

// Whose first offer this thread makes just now; null outside of one.
thread_local MediaSessionDescriptionFactory* first_offer = nullptr;

bool IsOf(const Codecs& codecs, const Codec& codec) {
  const std::less<const Codec*> is_before;
  return !is_before(&codec, codecs.data()) &&
         is_before(&codec, codecs.data() + codecs.size());
}

// All but the payload type, which may have been taken by another one.
bool IsCopy(const Codec& copy, const Codec& codec) {
  return copy.clockrate == codec.clockrate && copy.channels == codec.channels &&
         copy.name == codec.name && copy.params == codec.params;
}

bool HasMedia(const cricket::MediaSessionOptions& options) {
  return options.HasMediaDescription(cricket::MEDIA_TYPE_AUDIO) ||
         options.HasMediaDescription(cricket::MEDIA_TYPE_VIDEO);
}

}  // namespace

extern "C" {

bool __real__ZNK7cricket5Codec7MatchesERKS0_(const Codec* codec,
                                             const Codec& other);

// libwebrtc asks a codec of its list whether it matches one to be merged.
bool __wrap__ZNK7cricket5Codec7MatchesERKS0_(const Codec* codec,
                                             const Codec& other) {
  if (first_offer != nullptr && (IsOf(AudioOf(*first_offer), other) ||
                                 IsOf(VideoOf(*first_offer), other))) {
    return IsCopy(*codec, other);
  }
  return __real__ZNK7cricket5Codec7MatchesERKS0_(codec, other);
}

}  // extern "C"

namespace nlw {

using OfferOrError =
    webrtc::RTCErrorOr<std::unique_ptr<cricket::SessionDescription>>;

#define NLW_CREATE_OFFER                                             \
  "_ZNK7cricket30MediaSessionDescriptionFactory18CreateOfferOrError" \
  "ERKNS_19MediaSessionOptionsEPKNS_18SessionDescriptionE"

// Not `extern "C"`: they return a class.
OfferOrError RealCreateOffer(MediaSessionDescriptionFactory* factory,
                             const cricket::MediaSessionOptions& options,
                             const cricket::SessionDescription*
                                 current) __asm__("__real_" NLW_CREATE_OFFER);

OfferOrError WrapCreateOffer(MediaSessionDescriptionFactory* factory,
                             const cricket::MediaSessionOptions& options,
                             const cricket::SessionDescription*
                                 current) __asm__("__wrap_" NLW_CREATE_OFFER);

OfferOrError WrapCreateOffer(MediaSessionDescriptionFactory* factory,
                             const cricket::MediaSessionOptions& options,
                             const cricket::SessionDescription* current) {
  const auto create = [&] {
    return RealCreateOffer(factory, options, current);
  };
  if (current != nullptr) {
    return create();
  }
  if (HasMedia(options)) {
    first_offer = factory;
    OfferOrError offer = create();
    first_offer = nullptr;
    return offer;
  }
  Codecs audio;
  Codecs video;
  const auto hide_or_show = [&] {
    AudioOf(*factory).swap(audio);
    VideoOf(*factory).swap(video);
  };
  hide_or_show();
  OfferOrError offer = create();
  hide_or_show();
  return offer;
}

}  // namespace nlw
