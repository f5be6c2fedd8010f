#include "funds/reports/payment_lists.h"

#include "funds/reports/vocabulary.h"
#include "reading/amounts.h"
#include "reading/dates.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace dossier::funds {
namespace {

using reading::Cell;
using reading::Line;
using reading::PageLayout;
using reading::Table;
using reading::TableRow;
using reading::Word;

constexpr std::size_t kDayWordsMax = 4;
constexpr std::size_t kAmountWordsMax = 4;
constexpr std::size_t kTypeWordsMax = 8;  // between the day and the amount
constexpr std::size_t kTitleWordsMax = 10;
constexpr double kTitleReach = 40;  // points

// A stretch of words as one cell, without the marks that part it from the others.
Cell cell_of(const std::vector<Word>& words, std::size_t from, std::size_t to) {
  static const std::set<std::string_view> marks = {"-", "\u2013", "\u2014", ":", "|", "/", "of", "over"};
  while (from < to && marks.contains(words[from].text)) ++from;
  while (from < to && marks.contains(words[to - 1].text)) --to;
  Cell cell;
  for (std::size_t i = from; i < to; ++i) {
    cell.text += (cell.text.empty() ? "" : " ") + words[i].text;
    cell.box = i == from ? words[i].box : reading::united(cell.box, words[i].box);
  }
  while (!cell.text.empty() && std::string_view(",;:").find(cell.text.back()) != std::string_view::npos)
    cell.text.pop_back();
  const bool enclosed = cell.text.size() > 2 && cell.text.front() == '(' && cell.text.back() == ')';
  if (enclosed && cell.text.find_first_not_of("0123456789.,'", 1) != cell.text.size() - 1)
    cell.text = cell.text.substr(1, cell.text.size() - 2);
  return cell;
}

bool is_bullet(const std::string& word) {
  static const std::set<std::string_view> bullets = {"\u2022", "\u25CF", "\u25CB", "\u25AA", "\u25E6", "\u2023",
                                                     "\u00B7", "-",      "\u2013", "*",      "o"};
  return bullets.contains(word);
}

// How many words the day takes that begins at `at`; 0 when none does.
std::size_t day_words(const std::vector<Word>& words, std::size_t at, const DocumentStyle& style) {
  for (std::size_t n = std::min(kDayWordsMax, words.size() - at); n > 0; --n) {
    const auto day = reading::read_date(cell_of(words, at, at + n).text, style.days);
    if (day && day->date && day->precision == DatePrecision::day) return n;
  }
  return 0;
}

// The same for an amount as money is printed.
std::size_t amount_words(const std::vector<Word>& words, std::size_t at, const DocumentStyle& style) {
  for (std::size_t n = std::min(kAmountWordsMax, words.size() - at); n > 0; --n) {
    const auto number = reading::read_number(cell_of(words, at, at + n).text, style.mark);
    if (number && number->form == reading::NumberForm::plain && number->dressed && !number->too_large) return n;
  }
  return 0;
}

// Date, type, amount and description of a line that lists one payment.
std::optional<TableRow> payment_in(const Line& line, const DocumentStyle& style) {
  if (line.segments.size() != 1) return std::nullopt;
  const std::vector<Word>& words = line.segments.front().words;
  std::size_t at = is_bullet(words.front().text) ? 1 : 0;
  if (at == words.size()) return std::nullopt;
  const std::size_t day = day_words(words, at, style);
  if (day == 0) return std::nullopt;
  TableRow row;
  row.box = line.box;
  row.cells.push_back(cell_of(words, at, at + day));
  at += day;
  for (std::size_t i = at; i < std::min(words.size(), at + kTypeWordsMax); ++i) {
    const std::size_t amount = amount_words(words, i, style);
    if (amount == 0) continue;
    row.cells.push_back(cell_of(words, at, i));
    row.cells.push_back(cell_of(words, i, i + amount));
    row.cells.push_back(cell_of(words, i + amount, words.size()));
    for (std::size_t k = i + amount; k < words.size(); ++k) {
      if (amount_words(words, k, style) > 0) return std::nullopt;  // a sentence of several figures
    }
    return row;
  }
  return std::nullopt;
}

// Whether the line above a list says what its payments are.
bool titles_payments(const Line& line, const Line& below) {
  const bool close = below.box.y0 - line.box.y1 < kTitleReach;
  return close && line.segments.size() == 1 && line.segments.front().words.size() <= kTitleWordsMax &&
         !line.text().ends_with('.') && section_kind(line.text()).has_value();
}

Table table_of(std::vector<TableRow> rows, int page) {
  Table table;
  table.page = page;
  table.columns = 4;
  table.box = rows.front().box;
  for (const TableRow& row : rows) table.box = reading::united(table.box, row.box);
  const double width = table.box.width() / static_cast<double>(table.columns);
  for (std::size_t c = 0; c < table.columns; ++c) {
    table.column_x0.push_back(table.box.x0 + width * static_cast<double>(c));
    table.column_x1.push_back(table.box.x0 + width * static_cast<double>(c + 1));
  }
  TableRow headings;
  headings.header = true;
  headings.box = rows.front().box;
  for (const char* heading : {"Date", "Type", "Amount", "Description"})
    headings.cells.push_back({heading, {}, 1, false});
  table.rows.push_back(std::move(headings));
  for (TableRow& row : rows) table.rows.push_back(std::move(row));
  return table;
}

}  // namespace

void take_payment_lists(PageLayout& layout, const DocumentStyle& style) {
  std::vector<Line> rest;
  std::vector<Table> tables;
  for (std::size_t i = 0; i < layout.text.size();) {
    std::vector<TableRow> rows;
    std::size_t end = i;
    for (; end < layout.text.size(); ++end) {
      auto row = payment_in(layout.text[end], style);
      if (!row) break;
      rows.push_back(std::move(*row));
    }
    const bool titled = !rows.empty() && !rest.empty() && titles_payments(rest.back(), layout.text[i]);
    const bool named = rows.size() > 1 && std::all_of(rows.begin(), rows.end(), [](const TableRow& row) {
                         return row_kind_by_words(row.cells[1].text).has_value();
                       });
    if (!titled && !named) {
      end = std::max(end, i + 1);
      for (; i < end; ++i) rest.push_back(std::move(layout.text[i]));
      continue;
    }
    tables.push_back(table_of(std::move(rows), layout.page));
    i = end;
  }
  layout.text = std::move(rest);
  std::move(tables.begin(), tables.end(), std::back_inserter(layout.tables));
  std::stable_sort(layout.tables.begin(), layout.tables.end(),
                   [](const Table& a, const Table& b) { return a.box.y0 < b.box.y0; });
}

}  // namespace dossier::funds
