#include "funds/reports/days_across.h"

#include "funds/reports/column_contents.h"
#include "funds/reports/vocabulary.h"
#include "reading/amounts.h"

#include <string>
#include <vector>

namespace dossier::funds {
namespace {

using reading::Cell;
using reading::Table;
using reading::TableRow;

constexpr std::size_t kDaysMin = 2;

// The columns under the days of the first row; empty when another row has days, too.
std::vector<std::size_t> day_columns(const Table& table, const DocumentStyle& style) {
  std::vector<std::size_t> days;
  const auto& first = table.rows.front().cells;
  for (std::size_t c = 1; c < first.size(); ++c) {
    if (is_date_text(first[c].text, style)) days.push_back(c);
  }
  for (std::size_t r = 1; r < table.rows.size(); ++r) {
    for (const Cell& cell : table.rows[r].cells) {
      if (is_date_text(cell.text, style)) return {};
    }
  }
  return days;
}

bool names_a_direction(const TableRow& row) {
  const auto role = column_role(row.cells.front().text);
  return role == ColumnRole::contribution || role == ColumnRole::distribution;
}

// The figure as it is printed, exact to any decimals a report prints; nil where there is none.
Money value_of(const Cell& cell, const DocumentStyle& style) {
  constexpr int kDecimalsMax = 9;
  const auto number = reading::read_number(cell.text, style.mark);
  if (!number || number->too_large || number->form != reading::NumberForm::plain) return {};
  const Money magnitude = number->magnitude.to_money(number->power, kDecimalsMax).value_or(Money{});
  return number->negative ? -magnitude : magnitude;
}

// "Total", and not "Change": two balances of a tenth and a fifth differ by a tenth.
bool heads_sums(const Cell& heading) {
  return summary_row(heading.text) == SummaryRow::total || column_role(heading.text) == ColumnRole::total;
}

// What the figures of a line over several days show: flows stop, shrink and are summed; balances that only grow and are
// not summed may be balances.
enum class Shows { flows, nothing, balances };

Shows shown_along(const TableRow& row, const TableRow& headings, const std::vector<std::size_t>& days,
                  const DocumentStyle& style) {
  Money sum, last;
  bool shrank = false;
  for (std::size_t c : days) {
    const Money value = value_of(row.cells[c], style);
    shrank = shrank || value.abs() < last.abs();
    sum += value;
    last = value;
  }
  for (std::size_t c = days.back() + 1; c < row.cells.size(); ++c) {
    if (!heads_sums(headings.cells[c]) || row.cells[c].text.empty()) continue;
    return value_of(row.cells[c], style) == sum ? Shows::flows : Shows::balances;
  }
  return shrank ? Shows::flows : Shows::nothing;
}

bool lists_flows(const Table& table, const std::vector<std::size_t>& days, const DocumentStyle& style) {
  bool flows = false;
  for (std::size_t r = 1; r < table.rows.size(); ++r) {
    const TableRow& row = table.rows[r];
    const auto role = column_role(row.cells.front().text);
    if (names_a_direction(row)) {
      const Shows shown = shown_along(row, table.rows.front(), days, style);
      if (shown == Shows::balances) return false;
      flows = flows || shown == Shows::flows;
    } else if (role != ColumnRole::net && role != ColumnRole::balance && !tells_valuation(row.cells.front().text) &&
               summary_row(row.cells.front().text) == SummaryRow::none) {
      return false;
    }
  }
  return flows;
}

}  // namespace

Table with_days_down(Table table, const DocumentStyle& style) {
  if (table.columns <= kDaysMin || table.rows.size() < 2) return table;
  const auto days = day_columns(table, style);
  if (days.size() < kDaysMin || !lists_flows(table, days, style)) return table;
  Table turned;
  turned.page = table.page;
  turned.box = table.box;
  turned.columns = table.rows.size();
  for (const TableRow& row : table.rows) {
    turned.column_x0.push_back(row.box.y0);
    turned.column_x1.push_back(row.box.y1);
  }
  auto turn = [&](std::size_t c) {
    TableRow row;
    for (const TableRow& line : table.rows) row.cells.push_back(line.cells[c]);
    row.box = {table.column_x0[c], table.box.y0, table.column_x1[c], table.box.y1};
    return row;
  };
  // A unit beside the days ("Total (EUR k)") is that of every line.
  std::string unit;
  for (const Cell& cell : table.rows.front().cells) {
    const std::size_t bracket = cell.text.find('(');
    if (bracket != std::string::npos && reading::find_scale_power(cell.text) != 0) unit = cell.text.substr(bracket);
  }
  turned.rows.push_back(turn(0));
  for (Cell& cell : turned.rows.front().cells) {
    if (!unit.empty()) cell.text += " " + unit;
  }
  turned.rows.front().header = true;
  turned.rows.front().cells.front().text = "Date";
  for (std::size_t c : days) turned.rows.push_back(turn(c));
  return turned;
}

}  // namespace dossier::funds
