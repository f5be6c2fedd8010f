#pragma once

#include "funds/reports/funds_in_column.h"

namespace dossier::funds {

// Takes the tables of dated flows that give each of several funds its own columns, under its name and under the same
// headings as the others, out of the pages and parts them by fund. The columns before those are every fund's.
std::vector<FundInColumn> take_funds_across(std::vector<reading::PageLayout>& pages, const DocumentStyle& style);

}  // namespace dossier::funds
