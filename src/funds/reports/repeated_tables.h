#pragma once

#include "funds/reports/ledger_rows.h"

#include <vector>

namespace dossier::funds {

// A report often prints the rows of its quarter in a table of their own, and once more among those since inception.
// Leaves out the rows of a table all of which stand again in the others (same kind, day and amount): where its title
// says that it is of a period, or where one larger table holds all of its several rows. Rows that are alike and stand
// in tables of which neither holds the other are flows of their own. What a title only supposes ("without use of the
// subscription facility") is left out where the flows themselves stand beside it.
void leave_out_repeated_tables(std::vector<DraftRow>& drafts);

}  // namespace dossier::funds
