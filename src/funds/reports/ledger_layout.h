#pragma once

#include "funds/reports/style.h"
#include "reading/tables.h"

#include <vector>

namespace dossier::funds {

// Brings tables that print their days in ways of their own to one: a day in the column of days of each row, and a table
// for each of two that stand side by side. Headings set right above a table become rows of it.
void lay_out_ledgers(std::vector<reading::PageLayout>& layouts, const DocumentStyle& style);

}  // namespace dossier::funds
