#pragma once

#include "funds/ledger/ledger.h"

#include <vector>

namespace dossier::funds {

// Capital account statements roll forward: in each column the opening balance and the lines below it come to the ending
// balance. A flag (total_mismatch) for each column that does not, at the ending balance. Only where another column that
// prints the same lines does: then no line is a subtotal, and what differs is a figure. Lines that are printed rounded
// may be off by half a unit each.
std::vector<Flag> roll_forward_flags(const Ledger& ledger);

}  // namespace dossier::funds
