#include "funds/reports/funds_in_column.h"

#include "funds/ledger/merge.h"
#include "funds/reports/ledger_columns.h"
#include "funds/reports/sections.h"
#include "funds/reports/table_headings.h"
#include "reading/fold.h"

#include <algorithm>
#include <optional>

namespace dossier::funds {
namespace {

using reading::PageLayout;
using reading::Table;
using reading::TableRow;

// Where the names stand in a table of several funds.
struct NameColumn {
  std::size_t header_rows = 0;
  std::size_t column = 0;
  std::size_t columns = 0;  // of the table
};

bool sums_up(const TableRow& row) {
  auto label = std::find_if(row.cells.begin(), row.cells.end(), [](const auto& cell) { return !cell.text.empty(); });
  return label != row.cells.end() && summary_row(label->text) != SummaryRow::none;
}

// Flows have their days; a table of funds with their vintage years has none.
bool mostly_days(const Table& table, const LedgerColumns& plan, const DocumentStyle& style) {
  std::ptrdiff_t days = 0, rows = 0;
  for (std::size_t r = plan.header_rows; r < table.rows.size(); ++r) {
    if (sums_up(table.rows[r])) continue;
    const auto date = reading::read_date(table.rows[r].cells[plan.date].text, style.days);
    days += date && date->precision == DatePrecision::day;
    ++rows;
  }
  return 2 * days > rows;
}

std::optional<NameColumn> name_column(const Table& table, const DocumentStyle& style) {
  const auto plan = plan_ledger_columns(table, style, nullptr);
  if (!plan || !plan->headed || !mostly_days(table, *plan, style)) return std::nullopt;
  const auto found = std::find(plan->roles.begin(), plan->roles.end(), ColumnRole::fund_name);
  if (found == plan->roles.end()) return std::nullopt;
  NameColumn names{plan->header_rows, static_cast<std::size_t>(found - plan->roles.begin()), table.columns};
  std::vector<std::string> funds;
  for (std::size_t r = names.header_rows; r < table.rows.size(); ++r) {
    const std::string& name = table.rows[r].cells[names.column].text;
    const bool known = std::any_of(funds.begin(), funds.end(), [&](const auto& fund) { return same_fund(fund, name); });
    if (!known && !sums_up(table.rows[r]) && names_a_fund(name)) funds.push_back(name);
  }
  if (funds.size() < 2) return std::nullopt;
  return names;
}

// Parts tables by the fund that each row names, page after page.
class ColumnParter {
 public:
  explicit ColumnParter(const DocumentStyle& style) : style_(style) {}

  // Whether the table is one of several funds, and its rows were taken.
  bool take(const PageLayout& page, const Table& table, bool first) {
    auto names = name_column(table, style_);
    const bool goes_on =
        !names && first && before_ && before_->columns == table.columns && count_header_rows(table, style_) == 0;
    if (goes_on) names = NameColumn{0, before_->column, table.columns};
    before_ = names;
    if (!names) return false;
    std::optional<std::string> fund;
    for (std::size_t r = names->header_rows; r < table.rows.size(); ++r) {
      const TableRow& row = table.rows[r];
      if (row.header || sums_up(row)) continue;
      const std::string& name = row.cells[names->column].text;
      if (!name.empty()) fund = name;
      if (fund) table_of(*fund, page, table, names->header_rows).rows.push_back(row);
    }
    return true;
  }

  std::vector<FundInColumn> finish() && { return std::move(funds_); }

 private:
  // The fund's share of the table, its headings in it.
  Table& table_of(const std::string& name, const PageLayout& page, const Table& table, std::size_t header_rows) {
    auto fund = std::find_if(funds_.begin(), funds_.end(), [&](const auto& f) { return same_fund(f.name, name); });
    if (fund == funds_.end()) fund = funds_.insert(funds_.end(), FundInColumn{name, {}});
    if (fund->pages.empty() || fund->pages.back().page != page.page) {
      fund->pages.emplace_back();
      fund->pages.back().page = page.page;
      fund->pages.back().text = page.text;
    }
    auto& tables = fund->pages.back().tables;
    if (tables.empty() || tables.back().box != table.box) {
      tables.push_back(table);
      tables.back().rows.resize(header_rows);
    }
    return tables.back();
  }

  const DocumentStyle& style_;
  std::optional<NameColumn> before_;
  std::vector<FundInColumn> funds_;
};

}  // namespace

std::vector<FundInColumn> take_funds_in_columns(std::vector<PageLayout>& pages, const DocumentStyle& style) {
  ColumnParter parter(style);
  for (PageLayout& page : pages) {
    std::vector<Table> rest;
    for (std::size_t i = 0; i < page.tables.size(); ++i) {
      if (!parter.take(page, page.tables[i], i == 0)) rest.push_back(std::move(page.tables[i]));
    }
    page.tables = std::move(rest);
  }
  return std::move(parter).finish();
}

}  // namespace dossier::funds
