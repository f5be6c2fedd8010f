#include "funds/reports/table_headings.h"

#include "funds/reports/column_contents.h"
#include "funds/reports/recall_terms.h"
#include "funds/reports/vocabulary.h"
#include "reading/amounts.h"
#include "reading/fold.h"
#include "reading/year_text.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace dossier::funds {
namespace {

using reading::Table;
using reading::TableRow;

constexpr std::size_t kHeaderRowsMax = 5;
constexpr double kYearMin = 1900, kYearMax = 2100;

// "600", "1998": bare, but no year.
bool bare_amount(const std::string& text, const DocumentStyle& style) {
  auto number = reading::read_number(text, style.mark);
  return number && number->form == reading::NumberForm::plain &&
         (number->magnitude.to_double() < kYearMin || number->magnitude.to_double() > kYearMax);
}

bool has_values(const TableRow& row, const DocumentStyle& style) {
  auto bare = std::count_if(row.cells.begin(), row.cells.end(),
                            [&](const reading::Cell& cell) { return bare_amount(cell.text, style); });
  if (bare >= 2 || (bare == 1 && summary_row(row.cells.front().text) != SummaryRow::none)) return true;
  return std::any_of(row.cells.begin(), row.cells.end(), [&](const reading::Cell& cell) {
    if (is_date_text(cell.text, style)) return true;
    auto number = reading::read_number(cell.text, style.mark);
    return number && (number->dressed || number->form != reading::NumberForm::plain);
  });
}

// "(EUR)", "($000)": says in what a column counts, not what it holds.
bool only_unit(const std::string& heading) {
  bool bracketed = heading.starts_with('(') && heading.ends_with(')');
  return bracketed && (reading::find_scale_power(heading) != 0 || reading::find_currency(heading));
}

// "Paid-in capital USD 15,371,218": a label and its value are a fact, not a heading.
bool ends_with_value(const std::string& text) {
  constexpr int kWordsMax = 4;
  std::size_t space = text.size();
  for (int words = 0; words < kWordsMax && space != std::string::npos; ++words) {
    space = space == 0 ? std::string::npos : text.rfind(' ', space - 1);
    auto number = reading::read_number(text.substr(space == std::string::npos ? 0 : space + 1));
    if (number && number->dressed) return true;
  }
  return false;
}

// "Statement period 01.01.2020 - 31.12.2023", "Currency EUR": a label with what it labels is a fact, not a heading.
bool states_a_fact(const std::string& text, std::optional<ColumnRole> role) {
  constexpr std::size_t kPeriodDays = 2;
  if (days_in(text, reading::DayOrder::day_first).size() >= kPeriodDays) return true;
  return role == ColumnRole::currency && reading::find_currency(text).has_value();
}

// Headings set so close that they look like one over several columns ("Amount Cumulative Contributed"): its words
// parted so that every column gets a heading that is one, each as near to its column as can be. Empty when there is no
// such way.
std::vector<std::string> parted_heading(const Table& table, const reading::Cell& cell, std::size_t first) {
  const auto columns = static_cast<std::size_t>(cell.span);
  std::vector<std::string> words;
  std::vector<double> ends;  // where each word ends, as far as even letters tell
  for (std::size_t at = 0; at < cell.text.size();) {
    const std::size_t end = std::min(cell.text.find(' ', at), cell.text.size());
    words.push_back(cell.text.substr(at, end - at));
    ends.push_back(cell.box.x0 + cell.box.width() * static_cast<double>(end) / static_cast<double>(cell.text.size()));
    at = end + 1;
  }
  if (words.size() < columns || first + columns > table.columns) return {};
  // best[k][w]: the least distance when the first w words head the first k columns.
  constexpr double kNever = 1e18;
  std::vector<std::vector<double>> best(columns + 1, std::vector<double>(words.size() + 1, kNever));
  std::vector<std::vector<std::size_t>> from(columns + 1, std::vector<std::size_t>(words.size() + 1, 0));
  best[0][0] = 0;
  auto joined = [&](std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t w = begin; w < end; ++w) text += (text.empty() ? "" : " ") + words[w];
    return text;
  };
  for (std::size_t k = 1; k <= columns; ++k) {
    for (std::size_t w = k; w <= words.size(); ++w) {
      for (std::size_t begin = k - 1; begin < w; ++begin) {
        if (best[k - 1][begin] >= kNever || !column_role(joined(begin, w))) continue;
        const double cost = best[k - 1][begin] + std::abs(ends[w - 1] - table.column_x1[first + k - 1]);
        if (cost < best[k][w]) best[k][w] = cost, from[k][w] = begin;
      }
    }
  }
  if (best[columns][words.size()] >= kNever) return {};
  std::vector<std::string> parts(columns);
  for (std::size_t k = columns, w = words.size(); k > 0; --k) {
    parts[k - 1] = joined(from[k][w], w);
    w = from[k][w];
  }
  return parts;
}

// "December" above "23, 2009", "14. Juli" above "2014": the first line of a wrapped day. "2." may number a heading.
bool begins_a_day(const std::string& text) {
  if (text.find_first_not_of("0123456789 ,./-") == std::string::npos) return false;
  const auto day = reading::read_date(text + " 2000");
  return day && (day->precision == DatePrecision::month || day->precision == DatePrecision::day);
}

// "205", "19." in a cell of its own: no heading. Years and the marks of footnotes may be.
bool bare_figure(const std::string& text) {
  if (text.size() < 2 || reading::is_year(text)) return false;
  return text.find_first_not_of("0123456789.") == std::string::npos;
}

// "Year  Q1  Q2  Q3  Q4  Total": the headings of a grid of quarters.
bool heads_quarters(const reading::Line& line) {
  static const std::set<std::string> kQuarters = {"q1", "q2", "q3", "q4", "t1", "t2", "t3", "t4"};
  constexpr std::ptrdiff_t kQuartersMin = 3;
  return std::count_if(line.segments.begin(), line.segments.end(), [](const reading::Segment& s) {
           return kQuarters.contains(reading::fold(s.text));
         }) >= kQuartersMin;
}

}  // namespace

std::size_t filled_cells(const TableRow& row) {
  return static_cast<std::size_t>(
      std::count_if(row.cells.begin(), row.cells.end(), [](const auto& cell) { return !cell.text.empty(); }));
}

bool is_title(const Table& table, std::size_t row, std::size_t header_rows) {
  const TableRow& candidate = table.rows[row];
  if (filled_cells(candidate) != 1 || row + 1 >= header_rows || filled_cells(table.rows[row + 1]) < 2) return false;
  if (!candidate.header) return true;
  if (row != 0 || candidate.cells.front().text.empty()) return false;
  // "Capital calls" above "Date", but not "Date of" above "payment".
  std::string rest;
  for (std::size_t r = 1; r < header_rows; ++r) rest += " " + table.rows[r].cells.front().text;
  return column_role(rest).has_value();
}

bool is_table_header(const reading::Line& line) {
  if (line.segments.size() < 2) return false;
  if (heads_quarters(line)) return true;
  std::set<ColumnRole> roles;
  std::size_t named = 0, units = 0;
  for (const auto& segment : line.segments) {
    if (segment.text.size() > 60 || reading::read_date(segment.text)) return false;
    if (begins_a_day(segment.text) || bare_figure(segment.text)) return false;
    if (ends_with_value(segment.text)) return false;
    if (segment.text.find(':') != std::string::npos) return false;  // "Vintage: 2017" is a fact, not a heading
    if (only_unit(segment.text)) {
      ++units;
      continue;
    }
    // "23, 2009" is the rest of a day, and no heading of numbers.
    const bool figures = segment.text.find_first_not_of("0123456789 ,./-") == std::string::npos;
    const auto role = figures ? std::nullopt : column_role(segment.text);
    if (states_a_fact(segment.text, role)) return false;
    if (role) {
      roles.insert(*role);
      ++named;
    }
  }
  if (roles.size() < 2 || named * 2 < line.segments.size() - units) return false;
  // Two cells alone may be a label and its value ("Currency  EUR"): one of them must head a column of days or periods.
  bool pair = line.segments.size() == 2;
  auto heads_days = [](ColumnRole r) {
    return r == ColumnRole::date || r == ColumnRole::due_date || r == ColumnRole::notice_date;
  };
  auto heads_periods = [](ColumnRole r) {
    return r == ColumnRole::quarter_to_date || r == ColumnRole::year_to_date || r == ColumnRole::inception_to_date;
  };
  return !pair ||
         std::any_of(roles.begin(), roles.end(), [&](ColumnRole r) { return heads_days(r) || heads_periods(r); });
}

bool is_total_line(const reading::Line& line) {
  return !line.segments.empty() && summary_row(line.segments.front().text) != SummaryRow::none;
}

std::size_t count_header_rows(const Table& table, const DocumentStyle& style) {
  std::size_t rows = 0;
  while (rows < table.rows.size() && rows < kHeaderRowsMax && !has_values(table.rows[rows], style)) ++rows;
  // A label such as "2019" or "Distributions" right above the first data row is a section, not a header.
  while (rows > 1 && !table.rows[rows - 1].header && filled_cells(table.rows[rows - 1]) == 1 &&
         !table.rows[rows - 1].cells.front().text.empty() &&
         std::any_of(table.rows.begin(), table.rows.begin() + static_cast<std::ptrdiff_t>(rows - 1),
                     [](const TableRow& r) { return r.header; })) {
    --rows;
  }
  return rows;
}

std::vector<std::string> header_texts(const Table& table, std::size_t header_rows) {
  std::vector<std::string> texts(table.columns);
  for (std::size_t r = 0; r < header_rows; ++r) {
    const auto& cells = table.rows[r].cells;
    if (is_title(table, r, header_rows)) continue;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      // A cell that spans columns with headings of their own is the heading of its first column.
      bool own = false;
      for (std::size_t k = c + 1; k < std::min(c + static_cast<std::size_t>(cells[c].span), cells.size()); ++k)
        own = own || !cells[k].text.empty();
      if (own) {
        texts[c] += (texts[c].empty() ? "" : " ") + cells[c].text;
        continue;
      }
      if (r + 1 == header_rows && cells[c].span > 1) {
        if (auto parts = parted_heading(table, cells[c], c); !parts.empty()) {
          for (std::size_t k = 0; k < parts.size(); ++k) texts[c + k] += (texts[c + k].empty() ? "" : " ") + parts[k];
          continue;
        }
      }
      for (int s = 0; s < cells[c].span && c + static_cast<std::size_t>(s) < texts.size(); ++s) {
        std::string& text = texts[c + static_cast<std::size_t>(s)];
        if (!cells[c].text.empty()) text += (text.empty() ? "" : " ") + cells[c].text;
      }
    }
  }
  return texts;
}

namespace {

// The only column a phrase stands over; nothing when it stands over none or several.
std::optional<std::size_t> column_under(const reading::Segment& segment, const Table& table) {
  std::optional<std::size_t> found;
  for (std::size_t c = 0; c < table.columns; ++c) {
    if (segment.box.x1 <= table.column_x0[c] || segment.box.x0 >= table.column_x1[c]) continue;
    if (found) return std::nullopt;
    found = c;
  }
  return found;
}

std::optional<TableRow> heading_row(const reading::Line& line, const Table& table) {
  TableRow row;
  row.header = true;
  row.box = line.box;
  row.cells.resize(table.columns);
  for (const auto& segment : line.segments) {
    const auto column = column_under(segment, table);
    const bool figures = segment.text.find_first_of("0123456789:") != std::string::npos;
    if (!column || *column == 0 || figures || !row.cells[*column].text.empty()) return std::nullopt;
    row.cells[*column] = {segment.text, segment.box, 1, segment.bold};
  }
  return row;
}

}  // namespace

void take_headings_above(const reading::PageLayout& layout, Table& table) {
  constexpr double kLineReach = 0.9;  // line heights between a line and the one below it
  if (table.rows.empty() || !table.rows.front().header || table.ruled) return;
  for (auto line = layout.text.rbegin(); line != layout.text.rend(); ++line) {
    if (line->box.y0 >= table.box.y0) continue;
    if (table.box.y0 - line->box.y1 > kLineReach * line->box.height()) return;
    auto row = heading_row(*line, table);
    if (!row) return;
    table.rows.insert(table.rows.begin(), std::move(*row));
    table.box = reading::united(table.box, line->box);
  }
}

}  // namespace dossier::funds
