#include "funds/year_sections.h"

#include "funds/vocabulary.h"
#include "reading/dates.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace dossier::funds {
namespace {

using reading::Cell;
using reading::Table;
using reading::TableRow;

bool is_year(const std::string& text) {
  return text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) &&
         text.find_first_not_of("0123456789") == std::string::npos;
}

bool is_whole_day(const std::string& text, const DocumentStyle& style) {
  const auto day = reading::read_date(text, style.days);
  return day && day->date && day->precision == DatePrecision::day;
}

// "12 Mar" of 2020 as "12 Mar 2020"; nothing when the text is no day without its year.
std::optional<std::string> completed(const std::string& text, const std::string& year, const DocumentStyle& style) {
  constexpr std::size_t kDayBytesMax = 14;
  if (text.empty() || text.size() > kDayBytesMax || is_whole_day(text, style)) return std::nullopt;
  const auto month = reading::read_date(text, style.days);  // "Mar 20" under 2020 is a month, under 2021 a day
  if (month && month->date && std::to_string(month->date->year()) == year) return std::nullopt;
  const std::array<std::string, 3> whole = {text + " " + year, text + year, text + "/" + year};
  const auto day =
      std::find_if(whole.begin(), whole.end(), [&](const std::string& one) { return is_whole_day(one, style); });
  if (day == whole.end() || text.find_first_of("0123456789") == std::string::npos) return std::nullopt;
  return *day;
}

// The year of a row that is nothing but one, or of a cell of one beside a day.
std::optional<std::string> year_of(const TableRow& row) {
  std::optional<std::string> year;
  for (const Cell& cell : row.cells) {
    if (cell.text.empty()) continue;
    if (!is_year(cell.text)) break;  // the year stands first
    year = cell.text;
  }
  return year;
}

}  // namespace

void YearSections::pass(const reading::Line& line) {
  if (is_year(line.text())) year_ = line.text();
}

Table YearSections::with_years(Table table, const DocumentStyle& style) {
  std::string year = year_;
  Table whole = table;
  int completed_days = 0;
  std::optional<Date> last;  // of the year
  for (TableRow& row : whole.rows) {
    if (auto stated = year_of(row)) {
      year = *stated;
      last.reset();
    }
    if (year.empty() || row.header || summary_row(row.cells.front().text) != SummaryRow::none) continue;
    for (Cell& cell : row.cells) {
      auto day = completed(cell.text, year, style);
      if (!day) continue;
      // Days that go back within a year have lost the heading of the next one: they stay as they are, and are flagged.
      const Date date = *reading::read_date(*day, style.days)->date;
      if (last && date < *last) {
        year.clear();
        break;
      }
      last = date;
      cell.text = std::move(*day);
      ++completed_days;
      break;  // one day a row
    }
  }
  year_ = completed_days > 0 ? year : std::string();
  return completed_days > 0 ? whole : table;
}

bool lacks_years(const Table& table, const DocumentStyle& style) {
  constexpr std::ptrdiff_t kRowsMin = 2;
  static const std::string kAnyYear = "2000";
  return std::count_if(table.rows.begin(), table.rows.end(), [&](const TableRow& row) {
           return std::any_of(row.cells.begin(), row.cells.end(), [&](const Cell& cell) {
             const bool words = cell.text.find_first_not_of("0123456789 ,.()-") != std::string::npos;
             return words && completed(cell.text, kAnyYear, style).has_value();
           });
         }) >= kRowsMin;
}

}  // namespace dossier::funds
