#pragma once

#include "fir/case_advance.h"
#include "store/journal.h"

#include <optional>

namespace dossier::desks::fir {

using dossier::fir::Case;
using dossier::fir::CaseId;

// Cases in their tables (docs/cases.md). Thread-safe: no state but a reference to a service that outlives it.
class CaseStore {
 public:
  explicit CaseStore(const store::Journal& journal) : journal_(journal) {}

  // The case as it stands; not_found when there is none.
  static Result<Case> get(store::Session& session, CaseId id);
  // The earliest case with the very same text; for one that came as a file, given its digest, with the same file.
  static Result<std::optional<CaseId>> find_same_text(store::Session& session, const std::string& text);
  // The number the next case will have.
  static Result<CaseId> next_id(store::Session& session);

  struct Change {
    Case before, after;
    std::vector<dossier::fir::CaseEvent> events;
    std::string by;
    WallTime at;
  };
  // Writes what the events changed: rows and journal in the caller's transaction. Gives the number of the last event.
  Result<std::int64_t> save(store::Transaction& transaction, const Context& context, const Change& change) const;

 private:
  const store::Journal& journal_;
};

// The journal's stream of a case: "case/7".
std::string stream_of(CaseId id);
// preparing, failed or in_review, which are about the step that is at its turn; of a transcript that is made from a
// file transcribing, or no_transcript when it could not be; finalised.
std::string_view status_of(const Case& state);

}  // namespace dossier::desks::fir
