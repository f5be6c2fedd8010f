#include "funds/reports/year_sections.h"

#include "funds/reports/vocabulary.h"
#include "reading/dates.h"
#include "reading/year_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace dossier::funds {
namespace {

using reading::Cell;
using reading::is_year;
using reading::PageLayout;
using reading::Table;
using reading::TableRow;

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

// The first day of a row that lacks its year, with the year in it.
struct CompletedDay {
  std::size_t column;
  std::string text;
};
std::optional<CompletedDay> day_of(const TableRow& row, const std::string& year, const DocumentStyle& style) {
  if (year.empty() || row.header || summary_row(row.cells.front().text) != SummaryRow::none) return std::nullopt;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    if (auto day = completed(row.cells[c].text, year, style)) return CompletedDay{c, std::move(*day)};
  }
  return std::nullopt;
}

// Whether the years that have days below them go down more often than up.
class YearOrder {
 public:
  explicit YearOrder(const DocumentStyle& style) : style_(style) {}

  bool newest_first(std::span<const PageLayout> layouts) {
    for (const PageLayout& layout : layouts) {
      auto line = layout.text.begin();
      for (const Table& table : layout.tables) {
        for (; line != layout.text.end() && line->box.y0 < table.box.y0; ++line) pass(*line);
        take(table);
      }
      for (; line != layout.text.end(); ++line) pass(*line);
    }
    return rises_ < 0;
  }

 private:
  void pass(const reading::Line& line) {
    if (is_year(line.text())) year_ = line.text();
  }

  void take(const Table& table) {
    bool any_day = false;
    for (const TableRow& row : table.rows) {
      if (auto stated = year_of(row)) year_ = *stated;
      if (!day_of(row, year_, style_)) continue;
      any_day = true;
      if (!dated_.empty() && dated_ != year_) rises_ += dated_ < year_ ? 1 : -1;
      dated_ = year_;
    }
    if (!any_day) year_.clear();
  }

  const DocumentStyle& style_;
  std::string year_;   // that stands above
  std::string dated_;  // the last one with a day below it
  int rises_ = 0;      // less the falls
};

}  // namespace

YearSections::YearSections(std::span<const PageLayout> layouts, const DocumentStyle& style)
    : style_(style), newest_first_(YearOrder(style).newest_first(layouts)) {}

void YearSections::pass(const reading::Line& line) {
  if (is_year(line.text())) state(line.text());
}

Table YearSections::with_years(Table table) {
  int completed_days = 0;
  for (TableRow& row : table.rows) {
    if (auto stated = year_of(row)) state(*stated);
    completed_days += complete_day(row);
  }
  if (completed_days == 0) state({});
  return table;
}

void YearSections::state(const std::string& year) {
  year_ = year;
  last_.reset();
}

// Days that go against the order of the years have lost the heading of their own: they stay as they are, and are
// flagged.
bool YearSections::complete_day(TableRow& row) {
  auto day = day_of(row, year_, style_);
  if (!day) return false;
  const Date date = *reading::read_date(day->text, style_.days)->date;
  if (last_ && (newest_first_ ? date > *last_ : date < *last_)) {
    state({});
    return false;
  }
  last_ = date;
  row.cells[day->column].text = std::move(day->text);
  return true;
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
