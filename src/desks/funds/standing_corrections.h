#pragma once

#include "funds/ledger/ledger.h"
#include "store/session.h"

#include <string>
#include <vector>

namespace dossier::desks::funds {

// A row of a new document that repeats what a person corrected or removed before.
struct Repeated {
  std::size_t row = 0;                  // its index among the document's rows
  std::optional<std::int64_t> by = {};  // the ledger row that stands for it; nothing when the row was removed
  std::string who, why;                 // of the person's correction
  dossier::funds::Flag flag;            // at the row's place
  bool says_the_same = false;           // kind, day and amount are those that stand: nothing to flag
};

// Which of `rows`, read from a document of `fund` whose fund_reading is `reading`, repeat rows that people corrected.
// As many as were corrected: equal rows that stand uncorrected in other documents are matched first. A row that a
// person entered and removed again does not count: only what documents print can be repeated.
Result<std::vector<Repeated>> repeated_rows(store::Session& session, FundId fund, std::int64_t reading,
                                            const std::vector<dossier::funds::Transaction>& rows, Currency currency);

// Flags for printed NAVs and commitments that differ from what people entered for their day.
Result<std::vector<dossier::funds::Flag>> differing_figures(store::Session& session, FundId fund,
                                                            const dossier::funds::Ledger& ledger);

}  // namespace dossier::desks::funds
