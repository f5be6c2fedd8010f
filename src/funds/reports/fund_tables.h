#pragma once

#include "funds/ledger/ledger.h"
#include "funds/reports/style.h"
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

// Reads lists of net asset values by date. Nothing when the table has other amounts too. A list that goes on at the top
// of the next page without a header is read with the columns of the one before.
class NavHistoryReader {
 public:
  std::optional<std::vector<DatedNav>> read(const reading::Table& table, const DocumentStyle& style,
                                            const std::string& file);

 private:
  struct Columns {
    std::size_t count = 0, date = 0, nav = 0;
    int page = 0, power = 0;
  };
  static std::optional<Columns> plan(const reading::Table& table, const DocumentStyle& style);
  std::optional<Columns> before_;
};

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
