#pragma once

#include "funds/reports/style.h"
#include "reading/tables.h"

namespace dossier::funds {

// A table whose first column holds a day and words in one cell ("12 March 2018 Initial closing", "Capital call 1 (15
// January 2020)"), with a column of its own for the days. Any other table as it is.
reading::Table with_days_apart(reading::Table table, const DocumentStyle& style);

}  // namespace dossier::funds
