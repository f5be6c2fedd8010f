#include "funds/reports/days_across.h"

#include "funds/reports/column_contents.h"
#include "funds/reports/vocabulary.h"
#include "reading/amounts.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace dossier::funds {
namespace {

using reading::Cell;
using reading::Table;
using reading::TableRow;

constexpr std::size_t kDaysMin = 2;

// Rows whose days stand side by side, each over a column of figures.
struct DaysAcross {
  std::size_t row = 0;               // whose days count
  std::vector<std::size_t> rows;     // all rows of days
  std::vector<std::size_t> columns;  // under the days
};

std::vector<std::size_t> days_in(const TableRow& row, const DocumentStyle& style) {
  std::vector<std::size_t> days;
  for (std::size_t c = 1; c < row.cells.size(); ++c) {
    if (is_date_text(row.cells[c].text, style)) days.push_back(c);
  }
  return days;
}

// Of "Notice date" and "Due date" the latter counts.
int rank_of(const TableRow& row) {
  const auto role = column_role(row.cells.front().text);
  return role == ColumnRole::due_date ? 2 : role == ColumnRole::notice_date ? 0 : 1;
}

// Nothing when a row further down has days, or others than the first.
std::optional<DaysAcross> days_across(const Table& table, const DocumentStyle& style) {
  constexpr std::size_t kHeadRowsMax = 4;
  DaysAcross days;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const auto columns = days_in(table.rows[r], style);
    if (columns.empty()) continue;
    const bool another = !days.rows.empty() && columns != days.columns;
    if (r >= kHeadRowsMax || another || is_date_text(table.rows[r].cells.front().text, style)) return std::nullopt;
    if (days.rows.empty() || rank_of(table.rows[r]) > rank_of(table.rows[days.row])) days.row = r;
    days.rows.push_back(r);
    days.columns = columns;
  }
  if (days.columns.size() < kDaysMin) return std::nullopt;
  return days;
}

// "Drawdown 1", "Drawdown 2" above the days: what the figures below them are.
std::optional<RowKind> kind_above(const Table& table, const DaysAcross& days) {
  if (days.rows.front() != 1) return std::nullopt;
  std::optional<RowKind> kind;
  for (std::size_t c : days.columns) {
    const auto here = row_kind_by_words(table.rows.front().cells[c].text);
    if (!here || *here == RowKind::adjustment || (kind && kind != here)) return std::nullopt;
    kind = here;
  }
  return kind;
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

// Whether a line that names no direction may stand in a table of flows.
bool goes_beside_flows(const TableRow& row) {
  const std::string& label = row.cells.front().text;
  const auto role = column_role(label);
  return role == ColumnRole::net || role == ColumnRole::balance || role == ColumnRole::percent ||
         tells_valuation(label) || summary_row(label) != SummaryRow::none;
}

bool lists_flows(const Table& table, const DaysAcross& days, const DocumentStyle& style) {
  const auto kind = kind_above(table, days);
  bool flows = false;
  for (std::size_t r = days.rows.front() + 1; r < table.rows.size(); ++r) {
    if (std::find(days.rows.begin(), days.rows.end(), r) != days.rows.end()) continue;
    const TableRow& row = table.rows[r];
    const bool amount = kind && column_role(row.cells.front().text) == ColumnRole::amount;
    if (names_a_direction(row) || amount) {
      const Shows shown = shown_along(row, table.rows.front(), days.columns, style);
      if (shown == Shows::balances) return false;
      flows = flows || kind || shown == Shows::flows;
    } else if (!goes_beside_flows(row)) {
      return false;
    }
  }
  return flows;
}

// A unit beside the days ("Total (EUR k)") is that of every line.
std::string unit_of(const TableRow& headings) {
  std::string unit;
  for (const Cell& cell : headings.cells) {
    const std::size_t bracket = cell.text.find('(');
    if (bracket != std::string::npos && reading::find_scale_power(cell.text) != 0) unit = cell.text.substr(bracket);
  }
  return unit;
}

// The lines that become columns: the days that count, what stands above them, and the figures.
std::vector<std::size_t> lines_kept(const Table& table, const DaysAcross& days) {
  std::vector<std::size_t> lines{days.row};
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const bool of_days = std::find(days.rows.begin(), days.rows.end(), r) != days.rows.end();
    if (!of_days) lines.push_back(r);
  }
  return lines;
}

}  // namespace

Table with_days_down(Table table, const DocumentStyle& style) {
  if (table.columns <= kDaysMin || table.rows.size() < 2) return table;
  const auto days = days_across(table, style);
  const bool headed = days && (days->rows.front() == 0 || kind_above(table, *days));
  if (!headed || !lists_flows(table, *days, style)) return table;
  const std::vector<std::size_t> lines = lines_kept(table, *days);
  Table turned;
  turned.page = table.page;
  turned.box = table.box;
  turned.columns = lines.size();
  for (std::size_t r : lines) {
    turned.column_x0.push_back(table.rows[r].box.y0);
    turned.column_x1.push_back(table.rows[r].box.y1);
  }
  auto turn = [&](std::size_t c) {
    TableRow row;
    for (std::size_t r : lines) row.cells.push_back(table.rows[r].cells[c]);
    row.box = {table.column_x0[c], table.box.y0, table.column_x1[c], table.box.y1};
    return row;
  };
  const std::string unit = unit_of(table.rows.front());
  turned.rows.push_back(turn(0));
  auto& headings = turned.rows.front().cells;
  for (Cell& cell : headings) {
    if (!unit.empty()) cell.text += " " + unit;
  }
  turned.rows.front().header = true;
  headings.front().text = "Date";
  if (days->rows.front() != 0) headings[1].text = "Transaction";
  for (std::size_t c : days->columns) turned.rows.push_back(turn(c));
  return turned;
}

}  // namespace dossier::funds
