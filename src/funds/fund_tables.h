#pragma once

#include "funds/ledger.h"
#include "funds/style.h"
#include "reading/tables.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dossier::funds {

// A capital account statement: one line per label with its quarter, year and since-inception amounts, signed as
// printed. Nothing when the table is none (fewer than two of the three columns).
std::optional<std::vector<StatementLine>> read_statement(const reading::Table& table, const DocumentStyle& style,
                                                         const std::string& file, int power);

// A list of net asset values by date. Nothing when the table has other amounts too.
std::optional<std::vector<DatedNav>> read_nav_history(const reading::Table& table, const DocumentStyle& style,
                                                      const std::string& file, int power);

// The since-inception totals and the closing value of a statement, where the headline does not give them already.
void take_statement_figures(const std::vector<StatementLine>& lines, ReportedFigures& figures);

// A portfolio table: one row per fund with what was committed, paid in and paid out. Those rows are funds, never
// transactions. Nothing when the table is none. A table that goes on after a page break without a header is read with
// the columns `before` (the last portfolio table's), which is updated.
struct PortfolioColumns;
class PortfolioReader {
 public:
  PortfolioReader();
  ~PortfolioReader();
  std::optional<std::vector<PortfolioRow>> read(const reading::Table& table, const DocumentStyle& style,
                                                const std::string& file);

 private:
  std::unique_ptr<PortfolioColumns> before_;
};

}  // namespace dossier::funds
