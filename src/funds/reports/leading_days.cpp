#include "funds/reports/leading_days.h"

#include "funds/reports/column_contents.h"
#include "funds/reports/vocabulary.h"
#include "reading/dates.h"
#include "reading/fold.h"

#include <algorithm>
#include <string>
#include <utility>

namespace dossier::funds {
namespace {

using reading::Cell;
using reading::Table;
using reading::TableRow;

constexpr int kDayWordsMax = 3;
constexpr int kRowsMin = 2;

// How much of a text is the day it begins with, when words follow it; 0 when none does.
std::size_t length_of_day(const std::string& text, const DocumentStyle& style) {
  std::size_t longest = 0, end = 0;
  for (int words = 0; words < kDayWordsMax && end < text.size(); ++words) {
    end = std::min(text.find(' ', end + 1), text.size());
    auto date = reading::read_date(std::string_view(text).substr(0, end), style.days);
    const bool whole = date && date->date && date->precision == DatePrecision::day;
    if (whole && end < text.size()) longest = end;
  }
  return longest;
}

// Where the day begins that a text ends with ("Capital call 1 (15 January 2020)", "Drawdown 3 - 15/03/2021"); its size
// when it ends with none.
std::size_t start_of_last_day(const std::string& text, const DocumentStyle& style) {
  std::string_view whole(text);
  if (whole.ends_with(')')) whole.remove_suffix(1);
  std::size_t start = whole.size(), earliest = text.size();
  for (int words = 0; words < kDayWordsMax && start != std::string_view::npos && start > 0; ++words) {
    start = whole.find_last_of(" (", start - 1);
    if (start == std::string_view::npos) break;
    auto date = reading::read_date(whole.substr(start + 1), style.days);
    if (date && date->date && date->precision == DatePrecision::day) earliest = start + 1;
  }
  return earliest;
}

// A cell that ends with a day, as one that begins with it: "15 January 2020 Capital call 1".
Cell day_first(Cell cell, const DocumentStyle& style) {
  const std::size_t at = start_of_last_day(cell.text, style);
  if (at == 0 || at >= cell.text.size()) return cell;
  std::string day = cell.text.substr(at);
  if (day.ends_with(')')) day.pop_back();
  std::string words = cell.text.substr(0, at);
  words.resize(words.find_last_not_of(" (-,:") + 1);
  if (!words.empty()) cell.text = day + " " + words;
  return cell;
}

// The two halves of a cell; their boxes as far as even letters tell.
std::pair<Cell, Cell> parted(const Cell& cell, std::size_t length) {
  Cell day = cell, rest = cell;
  const double x = cell.box.x0 + cell.box.width() * static_cast<double>(length) /
                                     static_cast<double>(std::max<std::size_t>(1, cell.text.size()));
  day.text = cell.text.substr(0, length);
  day.span = 1;
  day.box.x1 = x;
  rest.text = std::string(reading::trimmed(std::string_view(cell.text).substr(length)));
  rest.box.x0 = x;
  return {std::move(day), std::move(rest)};
}

bool leads_with_days_and_words(const Table& table, const DocumentStyle& style) {
  int days = 0, others = 0;
  for (const TableRow& row : table.rows) {
    const std::string text = day_first(row.cells.front(), style).text;
    if (text.empty() || row.header || summary_row(text) != SummaryRow::none) continue;
    ++(length_of_day(text, style) > 0 ? days : others);
  }
  const auto contents = contents_of(table, 0, style);
  const bool has_days = std::any_of(contents.begin(), contents.end(), [](const auto& c) { return c.mostly_dates(); });
  const bool has_amounts = std::any_of(contents.begin(), contents.end(), [](const auto& c) { return c.numeric(); });
  return days >= kRowsMin && days > others && !has_days && has_amounts;
}

}  // namespace

Table with_days_apart(Table table, const DocumentStyle& style) {
  if (table.columns < 2 || table.rows.empty() || !leads_with_days_and_words(table, style)) return table;
  double middle = 0;
  for (TableRow& row : table.rows) {
    Cell& first = row.cells.front();
    if (!row.header && summary_row(first.text) == SummaryRow::none) first = day_first(std::move(first), style);
    const std::size_t length = row.header ? 0 : length_of_day(first.text, style);
    auto [day, rest] = parted(first, length);
    if (length > 0) middle = std::max(middle, day.box.x1);
    row.cells.front() = std::move(day);
    row.cells.insert(row.cells.begin() + 1, std::move(rest));
  }
  ++table.columns;
  table.column_x0.insert(table.column_x0.begin() + 1, middle);
  table.column_x1.insert(table.column_x1.begin(), middle);
  return table;
}

}  // namespace dossier::funds
