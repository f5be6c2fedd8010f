#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "store/hash.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::documents {

// pending -> processing -> completed | completed_with_errors | failed; a failed one becomes pending again when its
// bytes are sent again.
enum class Status { pending, processing, completed, completed_with_errors, failed };
std::string_view name_of(Status status);  // "completed_with_errors"
std::optional<Status> status_named(std::string_view name);
inline bool finished(Status status) {
  return status != Status::pending && status != Status::processing;
}

struct Document {
  DocumentId id;
  std::string name;  // as the person named it, harmless to show; never the name of a file of ours
  std::int64_t bytes = 0;
  store::Hash hash{};  // BLAKE2b-256 of the bytes, and the name of their file
  Status status = Status::pending;
  std::optional<std::string> error;  // for a person, when the status says so
  std::optional<int> page_count;     // once it was read
  std::string stats = {};            // what the desk counted, as JSON; empty until it has
  WallTime accepted_at;
  std::optional<WallTime> finished_at;
};

// How the processing of a document ended.
struct Outcome {
  Status status = Status::completed;  // a finished one
  std::optional<std::string> error = {};
  std::optional<int> page_count = {};
  std::string stats = {};  // JSON
};

// What accepting did.
enum class Acceptance {
  created,    // a new document: give it its job
  retried,    // known, but it had failed: it is pending again, give it its job
  duplicate,  // known, and done or on its way: nothing to do
};

struct Accepted {
  DocumentId id;
  Acceptance acceptance = Acceptance::created;
};

}  // namespace dossier::documents
