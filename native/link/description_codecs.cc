#include "native/link/description_codecs.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/strings/match.h"
#include "media/base/media_constants.h"

namespace nlw {
namespace {

using cricket::Codec;
using cricket::MediaDescriptionOptions;
using cricket::MediaSessionDescriptionFactory;
using cricket::MediaSessionOptions;
using cricket::SessionDescription;
using Codecs = std::vector<Codec>;
using Resiliency = Codec::ResiliencyType;

// The codecs of a browser's offer of sound and picture, and those of the
// answer, are 40 KB. A peer may offer any number of them, of any length: more
// than this is not kept.
constexpr size_t kMaxKept = 8;
constexpr size_t kMaxBytesOfKept = 128 * 1024;

std::array<Codecs*, 8> ListsOf(MediaSessionDescriptionFactory& factory);

// An explicit instantiation may name private members.
template <auto... kMembers>
struct Reveal {
  friend std::array<Codecs*, 8> ListsOf(
      MediaSessionDescriptionFactory& factory) {
    return {&(factory.*kMembers)...};
  }
};
template struct Reveal<&MediaSessionDescriptionFactory::audio_send_codecs_,
                       &MediaSessionDescriptionFactory::audio_recv_codecs_,
                       &MediaSessionDescriptionFactory::audio_sendrecv_codecs_,
                       &MediaSessionDescriptionFactory::all_audio_codecs_,
                       &MediaSessionDescriptionFactory::video_send_codecs_,
                       &MediaSessionDescriptionFactory::video_recv_codecs_,
                       &MediaSessionDescriptionFactory::video_sendrecv_codecs_,
                       &MediaSessionDescriptionFactory::all_video_codecs_>;

void SwapLists(MediaSessionDescriptionFactory& factory, CodecLists& lists) {
  auto list = lists.begin();
  for (Codecs* codecs : ListsOf(factory))
    codecs->swap(*list++);
}

// Gives a factory lists for as long as it lives.
class Lent {
 public:
  Lent(MediaSessionDescriptionFactory& factory, CodecLists& lists)
      : factory_(factory), lists_(lists) {
    SwapLists(factory_, lists_);
  }
  ~Lent() { SwapLists(factory_, lists_); }

  Lent(const Lent&) = delete;
  Lent& operator=(const Lent&) = delete;

 private:
  MediaSessionDescriptionFactory& factory_;
  CodecLists& lists_;
};

bool IsRtp(const MediaDescriptionOptions& section) {
  return section.type == cricket::MEDIA_TYPE_AUDIO ||
         section.type == cricket::MEDIA_TYPE_VIDEO;
}

bool HasRtp(const MediaSessionOptions& options) {
  const auto& sections = options.media_description_options;
  return std::any_of(sections.begin(), sections.end(), IsRtp);
}

// Calls `visit` with each section of audio or video and its content in
// `offer`, null if there is no offer, until that says no.
template <typename Visit>
bool ForEachRtp(const MediaSessionOptions& options,
                const SessionDescription* offer,
                const Visit& visit) {
  const auto& sections = options.media_description_options;
  for (size_t i = 0; i < sections.size(); ++i) {
    if (IsRtp(sections[i]) &&
        !visit(i, sections[i],
               offer != nullptr ? offer->contents()[i].media_description()
                                : nullptr)) {
      return false;
    }
  }
  return true;
}

size_t BytesOf(const Codecs& codecs) {
  size_t bytes = codecs.size() * sizeof(Codec);
  for (const Codec& codec : codecs) {
    bytes += codec.name.size();
    for (const auto& [name, value] : codec.params)
      bytes += name.size() + value.size();
    for (const auto& feedback : codec.feedback_params.params())
      bytes += feedback.id().size() + feedback.param().size();
  }
  return bytes;
}

bool IsMedia(const Codec& codec) {
  return codec.GetResiliencyType() == Resiliency::kNone &&
         !absl::EqualsIgnoreCase(codec.name, cricket::kCnCodecName);
}

bool IsFlexfec(const Codec& codec) {
  return codec.GetResiliencyType() == Resiliency::kFlexfec;
}

bool Repeats(const Codec& rtx, const Codec& codec) {
  int repeated = 0;
  return rtx.GetResiliencyType() == Resiliency::kRtx &&
         rtx.GetParam(cricket::kCodecParamAssociatedPayloadType, &repeated) &&
         repeated == codec.id;
}

bool HasRtx(const Codecs& codecs) {
  return std::any_of(codecs.begin(), codecs.end(), [](const Codec& codec) {
    return codec.GetResiliencyType() == Resiliency::kRtx;
  });
}

// A section without a codec of media is rejected, and sources of RTX and
// FlexFEC have SSRCs. Nothing else of a description depends on codecs.
bool AreAlike(const Codecs& some, const Codecs& others) {
  const auto have = [&](bool (*is)(const Codec&)) {
    return std::any_of(some.begin(), some.end(), is) ==
           std::any_of(others.begin(), others.end(), is);
  };
  return have(IsMedia) && have(IsFlexfec) && HasRtx(some) == HasRtx(others);
}

// One codec of media, with RTX if there is any, and FlexFEC.
Codecs FewOf(const Codecs& codecs) {
  auto media =
      std::find_if(codecs.begin(), codecs.end(), [&codecs](const Codec& codec) {
        return IsMedia(codec) && std::any_of(codecs.begin(), codecs.end(),
                                             [&codec](const Codec& rtx) {
                                               return Repeats(rtx, codec);
                                             });
      });
  if (media == codecs.end())
    media = std::find_if(codecs.begin(), codecs.end(), IsMedia);
  if (media == codecs.end())
    return {};
  Codecs few;
  std::copy_if(codecs.begin(), codecs.end(), std::back_inserter(few),
               [media](const Codec& codec) {
                 return &codec == &*media || Repeats(codec, *media) ||
                        IsFlexfec(codec);
               });
  return few;
}

}  // namespace

DescriptionCodecs::DescriptionCodecs(MediaSessionDescriptionFactory& factory) {
  SwapLists(factory, lists_);
}

DescriptionCodecs::Description DescriptionCodecs::Make(
    MediaSessionDescriptionFactory& factory,
    const MediaSessionOptions& options,
    const SessionDescription* offer,
    const SessionDescription* current,
    Create create) {
  if (!HasRtp(options))
    return create(options);
  const bool is_first = current == nullptr && options.vad_enabled &&
                        !options.raw_packetization_for_video;
  bool is_new = false;
  if (is_first) {
    const auto kept = std::find_if(kept_.begin(), kept_.end(),
                                   [&options, offer](const Kept& candidate) {
                                     return Fits(candidate, options, offer);
                                   });
    is_new = kept == kept_.end();
    if (!is_new && kept->few_suffice) {
      kept_.splice(kept_.begin(), kept_, kept);
      Description like = MakeLike(*kept, factory, options, create);
      if (like.ok())
        return like;
      kept->few_suffice = false;
    }
  }
  const Lent lent(factory, lists_);
  Description made = create(options);
  if (is_new && made.ok())
    Keep(options, offer, *made.value());
  return made;
}

bool DescriptionCodecs::Fits(const Kept& kept,
                             const MediaSessionOptions& options,
                             const SessionDescription* offer) {
  if (kept.answer != (offer != nullptr))
    return false;
  auto section = kept.sections.begin();
  const bool fits = ForEachRtp(
      options, offer,
      [&kept, &section](size_t, const MediaDescriptionOptions& asked,
                        const cricket::MediaContentDescription* offered) {
        if (section == kept.sections.end() || section->type != asked.type ||
            section->direction != asked.direction ||
            section->preferences != asked.codec_preferences ||
            (offered != nullptr &&
             (section->offered_direction != offered->direction() ||
              section->offered != offered->codecs()))) {
          return false;
        }
        ++section;
        return true;
      });
  return fits && section == kept.sections.end();
}

// Fails if the few codecs do not suffice.
DescriptionCodecs::Description DescriptionCodecs::MakeLike(
    Kept& kept,
    MediaSessionDescriptionFactory& factory,
    const MediaSessionOptions& options,
    Create create) {
  const Lent lent(factory, kept.few);
  const auto has_preferences = [](const Section& section) {
    return !section.preferences.empty();
  };
  Description made = [&] {
    if (std::none_of(kept.sections.begin(), kept.sections.end(),
                     has_preferences)) {
      return create(options);
    }
    MediaSessionOptions without_preferences = options;
    for (auto& section : without_preferences.media_description_options)
      section.codec_preferences.clear();
    return create(without_preferences);
  }();
  if (!made.ok())
    return made;
  auto section = kept.sections.begin();
  const bool alike = ForEachRtp(
      options, nullptr,
      [&made, &section](size_t index, const MediaDescriptionOptions&,
                        const cricket::MediaContentDescription*) {
        auto* content = made.value()->contents()[index].media_description();
        const Codecs& codecs = (section++)->codecs;
        if (!AreAlike(content->codecs(), codecs))
          return false;
        content->set_codecs(codecs);
        return true;
      });
  if (!alike)
    return webrtc::RTCError(webrtc::RTCErrorType::INTERNAL_ERROR);
  return made;
}

void DescriptionCodecs::Keep(const MediaSessionOptions& options,
                             const SessionDescription* offer,
                             const SessionDescription& description) {
  Kept kept;
  kept.answer = offer != nullptr;
  size_t bytes = 0;
  ForEachRtp(
      options, offer,
      [&](size_t index, const MediaDescriptionOptions& asked,
          const cricket::MediaContentDescription* offered) {
        Section section{
            .type = asked.type,
            .direction = asked.direction,
            .preferences = asked.codec_preferences,
            .offered_direction = asked.direction,
            .offered = {},
            .codecs =
                description.contents()[index].media_description()->codecs()};
        if (offered != nullptr) {
          section.offered_direction = offered->direction();
          section.offered = offered->codecs();
        }
        bytes += BytesOf(section.offered) + BytesOf(section.codecs);
        Codecs few = FewOf(section.codecs);
        const bool is_video = section.type == cricket::MEDIA_TYPE_VIDEO;
        auto list = kept.few.begin() + (is_video ? 4 : 0);
        if (list->empty())
          std::fill_n(list, 4, few);
        kept.sections.push_back(std::move(section));
        return true;
      });
  if (bytes > kMaxBytesOfKept)
    return;
  kept_.push_front(std::move(kept));
  if (kept_.size() > kMaxKept)
    kept_.pop_back();
}

}  // namespace nlw
