#pragma once

#include "funds/reports/style.h"
#include "reading/tables.h"

#include <string>
#include <vector>

namespace dossier::funds {

// The rows of one fund out of tables that list the flows of several.
struct FundInColumn {
  std::string name;
  std::vector<reading::PageLayout> pages;  // with the text of the whole pages, which dates them
};

// Takes the tables of dated flows whose column of fund names holds several funds out of the pages and parts them by
// fund. A row without a name is of the fund above it; totals over several funds are left out. Nothing where no table is
// one of several funds.
std::vector<FundInColumn> take_funds_in_columns(std::vector<reading::PageLayout>& pages, const DocumentStyle& style);

}  // namespace dossier::funds
