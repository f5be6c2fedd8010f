#pragma once

#include "funds/ledger/ledger.h"

#include <vector>

namespace dossier::funds {

// Flags the printed totals of calls, distributions and paid-in capital that the rows of the report do not come to under
// any usual reading: calls may have been read as distributions, or rows may be missing. A report that lists the flows
// of its own period alone falls short of the totals since inception and is not flagged for it.
std::vector<Flag> flag_differing_totals(const Ledger& ledger);

}  // namespace dossier::funds
