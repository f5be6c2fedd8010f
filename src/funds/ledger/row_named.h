#pragma once

#include "funds/ledger/ledger.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace dossier::funds {

// A row that a question names by its place: "the second call", "the last distribution", "call 3".
struct RowNamed {
  RowKind kind = RowKind::capital_call;
  int place = 1;           // by date, from 1; or what the document numbers it
  bool from_end = false;   // counted from the last
  bool by_number = false;  // "call 3": the number printed, or the place where none is printed

  bool operator==(const RowNamed&) const = default;
};

// The row that is meant, of a call in components its first; nothing when there is none. `among`: only these rows are
// counted.
std::optional<std::size_t> row_named(const Ledger& ledger, const RowNamed& wanted);
std::optional<std::size_t> row_named(const Ledger& ledger, const RowNamed& wanted,
                                     const std::vector<std::size_t>& among);

}  // namespace dossier::funds
