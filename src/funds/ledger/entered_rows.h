#pragma once

#include "funds/ledger/ledger.h"

#include <cstddef>
#include <span>
#include <vector>

namespace dossier::funds {

// A row that a person entered, and how many of the fund's documents were known then.
struct EnteredRow {
  Transaction row;
  std::size_t documents_before = 0;
};

// Adds what people entered to `merged`, which merge_ledgers made of `documents`, given in the order they became known.
// A person enters what is not seen: the row stands beside the equal rows of earlier documents, and is the same event as
// an equal row of a later one. Then the person's row stays, at the place where the document confirms it; only a notice
// gives way to its statement. Rows stay ordered by date.
void add_entered_rows(Ledger& merged, std::span<const Ledger* const> documents, std::span<const EnteredRow> entered);

}  // namespace dossier::funds
