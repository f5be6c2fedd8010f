#pragma once

#include "funds/ledger/ledger.h"
#include "funds/reports/ledger_rows.h"
#include "funds/reports/style.h"
#include "reading/tables.h"

#include <span>
#include <string>
#include <vector>

namespace dossier::funds {

// What the tables of one fund's pages hold.
struct TablesRead {
  std::vector<std::vector<bool>> taken;  // by page and table; the others are left to the reader of labels and values
  std::vector<DraftRow> drafts;          // in the order of the pages, signs as printed
  std::vector<StatementLine> statement;
  std::vector<DatedNav> navs;
  std::vector<PortfolioRow> portfolio;
  std::vector<std::string> notes;  // footnotes set right below a table
  std::vector<Flag> flags;
  std::vector<Flag> unread;  // of tables that may be ledgers, if the paper is one of a fund
};

// Tells by the columns of each table what sort it is, and reads it: ledgers, statements, lists of values, portfolios.
TablesRead read_fund_tables(std::span<const reading::PageLayout> layouts, const DocumentStyle& style,
                            const std::string& file);

}  // namespace dossier::funds
