#pragma once

#include "funds/ledger/ledger.h"

#include <optional>
#include <vector>

namespace dossier::funds {

// What became of the rights to call distributions again, as of a day (docs/ledger.md).
struct RecallRights {
  Money lapsed;                          // restored to the commitment, and gone unused with the right
  std::vector<std::size_t> lapsed_rows;  // distributions whose right has lapsed, used or not
};

// A right lasts through Transaction::recallable_until; without such a day it lasts. Recalls use the rights that end
// first. A capital call uses the original commitment first, and rights only when nothing is left of it; without a known
// `commitment` it uses none, because nothing tells.
RecallRights recall_rights(const Ledger& ledger, Date as_of, std::optional<Money> commitment);

// Whether the distribution may no longer be called again on `day`.
bool recall_lapsed(const Transaction& row, Date day);

}  // namespace dossier::funds
