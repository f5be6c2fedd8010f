#pragma once

#include "funds/ledger/ledger.h"

#include <vector>

namespace dossier::funds {

// Whether a paper's own sentences speak of a private fund ("capital call", "limited partner"): then a table of dated
// amounts that nobody could read is worth a flag, and in a bank's or a supplier's statement it is not.
bool talks_of_a_fund(const std::vector<Passage>& passages);

}  // namespace dossier::funds
