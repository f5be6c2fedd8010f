#pragma once

#include "store/journal.h"

#include <map>

namespace dossier::store {

inline constexpr const char* kErasureKind = "journal.erased";
// The stream of the event that erased the payload of event `sequence`.
std::string erasure_stream(std::int64_t sequence);

Hash payload_hash_of(const Blob& salt, std::string_view payload);
// Over the header, the previous hash and the payload's hash of `event`.
Hash hash_of(const Event& event);

// "2026-01-31T09:30:00.123456Z".
std::string iso_time(WallTime time);

// Follows the chain from event 1 and remembers the first thing that is wrong. Pure: events in, verdict out.
class ChainWalk {
 public:
  // All erasure events come first, so that a missing payload can be told from a removed one.
  void note_erasure(std::int64_t erasure, const std::string& stream);
  void step(const Event& event);
  // `stray_payloads`: payloads that belong to no event.
  Verification finish(std::int64_t stray_payloads);

 private:
  std::string wrong_with(const Event& event) const;
  std::string wrong_with_payload(const Event& event) const;

  std::map<std::int64_t, std::int64_t> erased_by_;  // sequence of the erased -> of the event that says so
  Verification verification_;
};

}  // namespace dossier::store
