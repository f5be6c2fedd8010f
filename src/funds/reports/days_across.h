#pragma once

#include "funds/reports/style.h"
#include "reading/tables.h"

namespace dossier::funds {

// A table whose days stand side by side in its first row, with calls and distributions as its lines, turned so that
// each day is a row. Only where its own sums or an empty place after an amount tell that its figures are flows and no
// balances of several days; any other table comes back as it is.
reading::Table with_days_down(reading::Table table, const DocumentStyle& style);

}  // namespace dossier::funds
