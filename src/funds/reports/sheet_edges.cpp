#include "funds/reports/sheet_edges.h"

#include "funds/reports/table_headings.h"
#include "reading/rows.h"

#include <string>

namespace dossier::funds {
namespace {

using reading::Table;
using reading::TableRow;

constexpr std::size_t kLettersMin = 3;

// Whether a row has the letters of columns and nothing else: "A  B  C".
bool is_lettered(const TableRow& row) {
  std::size_t letters = 0;
  char last = 0;
  for (const reading::Cell& cell : row.cells) {
    if (cell.text.empty()) continue;
    const bool next = cell.text.size() == 1 && cell.text[0] >= 'A' && cell.text[0] <= 'Z' &&
                      (letters == 0 || cell.text[0] == last + 1);
    if (!next) return false;
    last = cell.text[0];
    ++letters;
  }
  return letters >= kLettersMin;
}

// Whether the first cells of the rows from the second on count them.
bool is_numbered(const Table& table) {
  int last = 0;
  for (std::size_t r = 1; r < table.rows.size(); ++r) {
    const std::string& text = table.rows[r].cells.front().text;
    constexpr std::size_t kDigitsMax = 6;
    if (text.empty() || text.size() > kDigitsMax || text.find_first_not_of("0123456789") != std::string::npos)
      return false;
    const int number = std::stoi(text);
    if (r > 1 && number != last + 1) return false;
    last = number;
  }
  return table.rows.size() > 2;
}

}  // namespace

void take_off_sheet_edges(Table& table) {
  if (table.rows.empty() || !is_lettered(table.rows.front())) return;
  const bool numbered = is_numbered(table);
  table.rows.erase(table.rows.begin());
  if (numbered && table.columns > 1) {
    for (TableRow& row : table.rows) row.cells.erase(row.cells.begin());
    table.column_x0.erase(table.column_x0.begin());
    table.column_x1.erase(table.column_x1.begin());
    --table.columns;
  }
  for (TableRow& row : table.rows) row.header = is_table_header(reading::as_line(row));
}

}  // namespace dossier::funds
