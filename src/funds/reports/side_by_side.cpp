#include "funds/reports/side_by_side.h"

#include "funds/reports/table_headings.h"
#include "funds/reports/vocabulary.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace dossier::funds {
namespace {

using reading::Table;
using reading::TableRow;

// What most of the filled cells of a column are.
enum class Content { words, dates, amounts };

// `counted` says that the column is headed as one of numbers that count ("Call No.").
Content content_of(const Table& table, std::size_t column, bool counted, const DocumentStyle& style) {
  int dates = 0;
  int amounts = 0;
  int filled = 0;
  for (const TableRow& row : table.rows) {
    const std::string& text = row.cells[column].text;
    if (text.empty() || row.header || summary_row(text) != SummaryRow::none) continue;
    ++filled;
    if (reading::read_date(text, style.days)) {
      ++dates;
    } else if (auto number = reading::read_number(text, style.mark); number && !counted) {
      ++amounts;
    }
  }
  if (2 * dates > filled) return Content::dates;
  if (2 * amounts > filled) return Content::amounts;
  return Content::words;
}

Table columns_between(const Table& table, std::size_t first, std::size_t last) {
  Table part;
  part.page = table.page;
  part.ruled = table.ruled;
  part.columns = last - first;
  part.column_x0.assign(table.column_x0.begin() + static_cast<std::ptrdiff_t>(first),
                        table.column_x0.begin() + static_cast<std::ptrdiff_t>(last));
  part.column_x1.assign(table.column_x1.begin() + static_cast<std::ptrdiff_t>(first),
                        table.column_x1.begin() + static_cast<std::ptrdiff_t>(last));
  for (const TableRow& row : table.rows) {
    TableRow half;
    half.header = row.header;
    half.cells.assign(row.cells.begin() + static_cast<std::ptrdiff_t>(first),
                      row.cells.begin() + static_cast<std::ptrdiff_t>(last));
    if (std::all_of(half.cells.begin(), half.cells.end(), [](const auto& cell) { return cell.text.empty(); })) continue;
    half.box = {part.column_x0.front(), row.box.y0, part.column_x1.back(), row.box.y1};
    part.rows.push_back(std::move(half));
  }
  part.box = part.rows.empty() ? table.box : part.rows.front().box;
  for (const TableRow& row : part.rows) part.box = reading::united(part.box, row.box);
  return part;
}

// Whether a sentence ends in the line: at a stop behind a word, not behind an abbreviation ("L.P.").
bool ends_a_sentence(const std::string& line) {
  constexpr std::size_t kWordMin = 3;
  std::size_t letters = 0;  // small ones since the last other mark
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool ends_here = i + 1 == line.size() || line[i + 1] == ' ';
    if (line[i] == '.' && letters >= kWordMin && ends_here) return true;
    letters = line[i] >= 'a' && line[i] <= 'z' ? letters + 1 : 0;
  }
  return false;
}

// Whether a line reads on from the one above it, or a sentence that does ends in it.
bool runs_on(const std::string& line) {
  return (line.front() >= 'a' && line.front() <= 'z') || ends_a_sentence(line);
}

// Whether the first column is running text that stands beside the table: its lines run on from row to row.
bool begins_with_prose(const Table& table) {
  constexpr std::size_t kProseWords = 4;
  constexpr int kLinesMin = 3;
  int filled = 0, long_lines = 0, going_on = 0;
  for (const TableRow& row : table.rows) {
    const std::string& text = row.cells.front().text;
    if (text.empty()) continue;
    ++filled;
    long_lines += static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1 >= kProseWords;
    going_on += runs_on(text);
  }
  return filled >= kLinesMin && 2 * long_lines > filled && 3 * going_on >= filled;
}

}  // namespace

std::vector<Table> parted_side_by_side(Table table, const DocumentStyle& style) {
  if (table.columns >= 3 && begins_with_prose(table)) {
    std::vector<Table> parts = {columns_between(table, 0, 1)};
    for (Table& rest : parted_side_by_side(columns_between(table, 1, table.columns), style))
      parts.push_back(std::move(rest));
    return parts;
  }
  bool dates_seen = false;
  bool amounts_since = false;
  std::size_t cut = 0;
  auto headers = header_texts(table, count_header_rows(table, style));
  std::vector<Content> contents;
  for (std::size_t c = 0; c < table.columns; ++c) {
    bool counted = column_role(headers[c]) == ColumnRole::number;
    contents.push_back(content_of(table, c, counted, style));
  }
  for (std::size_t c = 0; c < table.columns && cut == 0; ++c) {
    // Days without amounts behind them ("Recallable until") belong to the table before them.
    bool amounts_follow = std::find(contents.begin() + static_cast<std::ptrdiff_t>(c), contents.end(),
                                    Content::amounts) != contents.end();
    if (contents[c] == Content::dates && dates_seen && amounts_since && amounts_follow) cut = c;
    dates_seen = dates_seen || contents[c] == Content::dates;
    amounts_since = amounts_since || (dates_seen && contents[c] == Content::amounts);
  }
  std::vector<Table> parts;
  if (cut == 0) {
    parts.push_back(std::move(table));
    return parts;
  }
  parts.push_back(columns_between(table, 0, cut));
  for (Table& rest : parted_side_by_side(columns_between(table, cut, table.columns), style))
    parts.push_back(std::move(rest));
  return parts;
}

}  // namespace dossier::funds
