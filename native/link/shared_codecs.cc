// Connections share the codecs that they make descriptions of, see
// native/link/description_codecs.h. The linker's --wrap sends the calls of
// libwebrtc's factory of descriptions, and of what ends it, here.
#include "native/link/description_codecs.h"

#include <memory>
#include <unordered_map>
#include <utility>

#include "media/base/media_engine.h"
#include "pc/media_session.h"
#include "pc/webrtc_session_description_factory.h"
#include "rtc_base/synchronization/mutex.h"

namespace {

using cricket::MediaSessionDescriptionFactory;
using cricket::MediaSessionOptions;
using cricket::SessionDescription;
using nlw::DescriptionCodecs;
using webrtc::WebRtcSessionDescriptionFactory;

MediaSessionDescriptionFactory& FactoryOf(
    WebRtcSessionDescriptionFactory& owner);

// An explicit instantiation may name private members.
template <auto kMember>
struct Reveal {
  friend MediaSessionDescriptionFactory& FactoryOf(
      WebRtcSessionDescriptionFactory& owner) {
    return owner.*kMember;
  }
};
template struct Reveal<&WebRtcSessionDescriptionFactory::session_desc_factory_>;

// Of the factories that live now. Any thread.
class SharedCodecs {
 public:
  void Add(const MediaSessionDescriptionFactory* factory,
           std::shared_ptr<DescriptionCodecs> codecs) {
    webrtc::MutexLock lock(&mutex_);
    codecs_[factory] = std::move(codecs);
  }
  void Remove(const MediaSessionDescriptionFactory* factory) {
    webrtc::MutexLock lock(&mutex_);
    codecs_.erase(factory);
  }
  // Null for a factory of another media engine.
  DescriptionCodecs* Find(const MediaSessionDescriptionFactory* factory) {
    webrtc::MutexLock lock(&mutex_);
    const auto found = codecs_.find(factory);
    return found == codecs_.end() ? nullptr : found->second.get();
  }

 private:
  webrtc::Mutex mutex_;
  std::unordered_map<const MediaSessionDescriptionFactory*,
                     std::shared_ptr<DescriptionCodecs>>
      codecs_ RTC_GUARDED_BY(mutex_);
};

// Lives as long as the process, as the library does.
SharedCodecs& shared_codecs() {
  static SharedCodecs* const shared = new SharedCodecs;
  return *shared;
}

}  // namespace

#define NLW_CONSTRUCT                                                    \
  "_ZN7cricket30MediaSessionDescriptionFactoryC1EPNS_"                   \
  "20MediaEngineInterfaceEbPN3rtc23UniqueRandomIdGeneratorEPKNS_27Trans" \
  "portDescriptionFactoryE"
#define NLW_DESTROY "_ZN6webrtc31WebRtcSessionDescriptionFactoryD1Ev"
#define NLW_CREATE_OFFER                                             \
  "_ZNK7cricket30MediaSessionDescriptionFactory18CreateOfferOrError" \
  "ERKNS_19MediaSessionOptionsEPKNS_18SessionDescriptionE"
#define NLW_CREATE_ANSWER                                             \
  "_ZNK7cricket30MediaSessionDescriptionFactory19CreateAnswerOrError" \
  "EPKNS_18SessionDescriptionERKNS_19MediaSessionOptionsES3_"

namespace nlw {

// Not `extern "C"`: some return a class.
using Construct = void(MediaSessionDescriptionFactory* factory,
                       cricket::MediaEngineInterface* engine,
                       bool rtx_enabled,
                       rtc::UniqueRandomIdGenerator* ssrcs,
                       const cricket::TransportDescriptionFactory* transports);
using Destroy = void(WebRtcSessionDescriptionFactory* owner);
using CreateOffer =
    DescriptionCodecs::Description(MediaSessionDescriptionFactory* factory,
                                   const MediaSessionOptions& options,
                                   const SessionDescription* current);
using CreateAnswer =
    DescriptionCodecs::Description(MediaSessionDescriptionFactory* factory,
                                   const SessionDescription* offer,
                                   const MediaSessionOptions& options,
                                   const SessionDescription* current);
Construct RealConstruct __asm__("__real_" NLW_CONSTRUCT);
Construct WrapConstruct __asm__("__wrap_" NLW_CONSTRUCT);
Destroy RealDestroy __asm__("__real_" NLW_DESTROY);
Destroy WrapDestroy __asm__("__wrap_" NLW_DESTROY);
CreateOffer RealCreateOffer __asm__("__real_" NLW_CREATE_OFFER);
CreateOffer WrapCreateOffer __asm__("__wrap_" NLW_CREATE_OFFER);
CreateAnswer RealCreateAnswer __asm__("__real_" NLW_CREATE_ANSWER);
CreateAnswer WrapCreateAnswer __asm__("__wrap_" NLW_CREATE_ANSWER);

void WrapConstruct(MediaSessionDescriptionFactory* factory,
                   cricket::MediaEngineInterface* engine,
                   bool rtx_enabled,
                   rtc::UniqueRandomIdGenerator* ssrcs,
                   const cricket::TransportDescriptionFactory* transports) {
  auto* const owner = dynamic_cast<HasDescriptionCodecs*>(engine);
  if (owner == nullptr) {
    RealConstruct(factory, engine, rtx_enabled, ssrcs, transports);
    return;
  }
  std::shared_ptr<DescriptionCodecs>& codecs = owner->description_codecs();
  const bool is_known = codecs != nullptr;
  RealConstruct(factory, is_known ? nullptr : engine, rtx_enabled, ssrcs,
                transports);
  if (!is_known)
    codecs = std::make_shared<DescriptionCodecs>(*factory);
  shared_codecs().Add(factory, codecs);
}

void WrapDestroy(WebRtcSessionDescriptionFactory* owner) {
  shared_codecs().Remove(&FactoryOf(*owner));
  RealDestroy(owner);
}

DescriptionCodecs::Description WrapCreateOffer(
    MediaSessionDescriptionFactory* factory,
    const MediaSessionOptions& options,
    const SessionDescription* current) {
  auto create = [&](const MediaSessionOptions& asked) {
    return RealCreateOffer(factory, asked, current);
  };
  DescriptionCodecs* const codecs = shared_codecs().Find(factory);
  return codecs == nullptr
             ? create(options)
             : codecs->Make(*factory, options, nullptr, current, create);
}

DescriptionCodecs::Description WrapCreateAnswer(
    MediaSessionDescriptionFactory* factory,
    const SessionDescription* offer,
    const MediaSessionOptions& options,
    const SessionDescription* current) {
  auto create = [&](const MediaSessionOptions& asked) {
    return RealCreateAnswer(factory, offer, asked, current);
  };
  DescriptionCodecs* const codecs = shared_codecs().Find(factory);
  return codecs == nullptr || offer == nullptr
             ? create(options)
             : codecs->Make(*factory, options, offer, current, create);
}

}  // namespace nlw
