#include "store/journal_chain.h"

#include <charconv>
#include <ctime>

namespace dossier::store {

namespace {

constexpr const char* kEventDomain = "dossier journal event 1";
constexpr std::string_view kErasureStream = "journal/";

}  // namespace

std::string erasure_stream(std::int64_t sequence) {
  return std::string(kErasureStream) + std::to_string(sequence);
}

Hash payload_hash_of(const Blob& salt, std::string_view payload) {
  return Hasher().bytes(salt.bytes).bytes(payload).finish();
}

Hash hash_of(const Event& event) {
  return Hasher()
      .text(kEventDomain)
      .number(event.sequence)
      .number(to_micros(event.at))
      .text(event.stream)
      .text(event.kind)
      .text(event.actor)
      .text(event.trace_id)
      .hash(event.previous_hash)
      .hash(event.payload_hash)
      .finish();
}

std::string iso_time(WallTime time) {
  const std::int64_t micros = to_micros(time);
  const std::time_t seconds =
      static_cast<std::time_t>(micros >= 0 ? micros / 1'000'000 : (micros - 999'999) / 1'000'000);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char text[40];
  const std::size_t length = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &parts);
  const std::string fraction = std::to_string(1'000'000 + (micros - std::int64_t{seconds} * 1'000'000));
  return std::string(text, length) + "." + fraction.substr(1) + "Z";
}

void ChainWalk::note_erasure(std::int64_t erasure, const std::string& stream) {
  std::int64_t erased = 0;
  if (!stream.starts_with(kErasureStream)) return;
  std::from_chars(stream.data() + kErasureStream.size(), stream.data() + stream.size(), erased);
  erased_by_.emplace(erased, erasure);
}

void ChainWalk::step(const Event& event) {
  if (!verification_.whole()) return;
  std::string wrong = wrong_with(event);
  if (wrong.empty()) wrong = wrong_with_payload(event);
  if (!wrong.empty()) {
    // A gap is named by the event that is missing.
    verification_.broken_at = verification_.events + 1;
    verification_.what_is_wrong = std::move(wrong);
    return;
  }
  ++verification_.events;
  if (!event.payload) ++verification_.erased;
  verification_.head = event.hash;
}

Verification ChainWalk::finish(std::int64_t stray_payloads) {
  if (verification_.whole() && stray_payloads > 0) {
    verification_.broken_at = verification_.events + 1;
    verification_.what_is_wrong = "there is content for an event that is missing";
  }
  return std::move(verification_);
}

std::string ChainWalk::wrong_with(const Event& event) const {
  if (event.sequence != verification_.events + 1) return "the event is missing";
  if (event.previous_hash != verification_.head) return "the event does not follow the one before it";
  if (event.hash != hash_of(event)) return "the header of the event was changed";
  return {};
}

std::string ChainWalk::wrong_with_payload(const Event& event) const {
  const auto erasure = erased_by_.find(event.sequence);
  const bool erased_later = erasure != erased_by_.end() && erasure->second > event.sequence;
  if (event.payload.has_value() != event.salt.has_value()) return "half of the content is missing";
  if (!event.payload) return erased_later ? "" : "the content is missing and no event erased it";
  if (erased_later) return "the content is there although an event erased it";
  if (payload_hash_of(*event.salt, *event.payload) != event.payload_hash) return "the content was changed";
  return {};
}

}  // namespace dossier::store
