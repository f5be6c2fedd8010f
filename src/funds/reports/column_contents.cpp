#include "funds/reports/column_contents.h"

#include "funds/reports/table_headings.h"

#include <algorithm>

namespace dossier::funds {
namespace {

using reading::Table;
using reading::TableRow;

constexpr double kMostly = 0.6;

bool is_amount_text(const std::string& text, const DocumentStyle& style) {
  auto number = reading::read_number(text, style.mark);
  return number && number->form != reading::NumberForm::percent && number->form != reading::NumberForm::multiple;
}

bool sums_up(const TableRow& row) {
  auto label = std::find_if(row.cells.begin(), row.cells.end(), [](const auto& cell) { return !cell.text.empty(); });
  return label != row.cells.end() && summary_row(label->text) != SummaryRow::none;
}

}  // namespace

bool ColumnContent::mostly_dates() const {
  return dates >= 1 && dates >= kMostly * filled;
}

bool ColumnContent::numeric() const {
  return amounts > 0 && amounts >= kMostly * (filled - dates);
}

bool is_date_text(const std::string& text, const DocumentStyle& style) {
  return !text.empty() && reading::read_date(text, style.days).has_value();
}

std::vector<ColumnContent> contents_of(const Table& table, std::size_t first_row, const DocumentStyle& style) {
  std::vector<ColumnContent> contents(table.columns);
  for (std::size_t r = first_row; r < table.rows.size(); ++r) {
    const TableRow& row = table.rows[r];
    if (sums_up(row)) continue;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const std::string& text = row.cells[c].text;
      if (text.empty()) continue;
      ++contents[c].filled;
      contents[c].dates += is_date_text(text, style);
      contents[c].amounts += is_amount_text(text, style);
    }
  }
  return contents;
}

bool names_flow(ColumnRole role) {
  return role == ColumnRole::contribution || role == ColumnRole::distribution ||
         role == ColumnRole::contribution_part || role == ColumnRole::distribution_part || role == ColumnRole::amount ||
         role == ColumnRole::investor_share || role == ColumnRole::account_side;
}

bool lists_holdings(const std::vector<ColumnRole>& roles) {
  auto has = [&](ColumnRole role) { return std::find(roles.begin(), roles.end(), role) != roles.end(); };
  // "Realised proceeds" beside cost and a multiple are the company's, not the investor's.
  const bool of_deals = has(ColumnRole::multiple) || (has(ColumnRole::cost) && has(ColumnRole::holding));
  const bool directed =
      has(ColumnRole::contribution) || has(ColumnRole::type) || (has(ColumnRole::distribution) && !of_deals);
  return (has(ColumnRole::cost) || has(ColumnRole::holding)) && !directed;
}

bool looks_like_flows(const Table& table, const DocumentStyle& style) {
  if (table.columns < 2) return false;
  auto contents = contents_of(table, 0, style);
  bool dates = std::any_of(contents.begin(), contents.end(), [](const ColumnContent& c) { return c.mostly_dates(); });
  bool amounts = std::any_of(contents.begin(), contents.end(), [](const ColumnContent& c) { return c.numeric(); });
  return dates && amounts;
}

bool holds_day_and_amount(const Table& table, const DocumentStyle& style) {
  auto contents = contents_of(table, 0, style);
  return contents.front().dates > 0 && std::any_of(contents.begin() + 1, contents.end(), [](const ColumnContent& c) {
           return c.amounts > 0 && c.dates == 0;
         });
}

bool leads_with_days(const Table& table, const DocumentStyle& style) {
  return contents_of(table, 0, style).front().mostly_dates();
}

bool headed_as_flows(const Table& table, const DocumentStyle& style) {
  std::vector<ColumnRole> roles;
  for (const std::string& header : header_texts(table, count_header_rows(table, style)))
    roles.push_back(column_role(header).value_or(ColumnRole::unknown));
  return std::any_of(roles.begin(), roles.end(), names_flow) && !lists_holdings(roles);
}

}  // namespace dossier::funds
