#pragma once

#include "funds/reports/ledger_rows.h"

#include <vector>

namespace dossier::funds {

// Settles what rows are whose section, column and type did not say it, table by table: by their descriptions where most
// of the table's rows have telling ones; by the sign where the document states that it is the investor's cash. A table
// that stays unnamed is left out, with a flag when the paper speaks of a fund at all: an invoice has dates and amounts
// too.
void settle_kinds(std::vector<DraftRow>& drafts, bool investor_cash, bool speaks_of_a_fund, std::vector<Flag>& flags);

}  // namespace dossier::funds
