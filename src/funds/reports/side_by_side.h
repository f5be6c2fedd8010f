#pragma once

#include "funds/reports/style.h"
#include "reading/tables.h"

#include <vector>

namespace dossier::funds {

// Two ledgers drawn beside each other look like one table whose rows have nothing to do with each other: cuts it at the
// second column of dates that follows a column of amounts. Any other table comes back whole.
std::vector<reading::Table> parted_side_by_side(reading::Table table, const DocumentStyle& style);

}  // namespace dossier::funds
