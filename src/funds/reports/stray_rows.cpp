#include "funds/reports/stray_rows.h"

#include "funds/reports/titles.h"
#include "funds/reports/vocabulary.h"
#include "reading/bundles.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace dossier::funds {
namespace {

using reading::Line;
using reading::Segment;
using reading::Table;
using reading::TableRow;

constexpr double kGap = 2.5;     // line heights; more of white ends the table
constexpr double kBeside = 6.0;  // points that a cell may stand outside its column

// The column a segment stands in; nothing when it reaches over two or stands in none.
std::optional<std::size_t> column_of(const Segment& segment, const LedgerColumns& columns) {
  std::optional<std::size_t> found;
  double most = 0;
  int reached = 0;
  for (std::size_t c = 0; c < columns.column_x0.size(); ++c) {
    const double shared = std::min(segment.box.x1, columns.column_x1[c] + kBeside) -
                          std::max(segment.box.x0, columns.column_x0[c] - kBeside);
    if (shared > 2 * kBeside) ++reached;
    if (shared > most) most = shared, found = c;
  }
  return reached > 1 ? std::nullopt : found;
}

std::optional<TableRow> row_of(const Line& line, const LedgerColumns& columns) {
  TableRow row;
  row.cells.resize(columns.column_x0.size());
  row.box = line.box;
  for (const Segment& segment : line.segments) {
    const auto column = column_of(segment, columns);
    if (!column) return std::nullopt;
    auto& cell = row.cells[*column];
    cell.box = cell.text.empty() ? segment.box : reading::united(cell.box, segment.box);
    cell.text += (cell.text.empty() ? "" : " ") + segment.text;
  }
  return row;
}

bool is_flow(const TableRow& row, const LedgerColumns& columns, const DocumentStyle& style) {
  const auto day = reading::read_date(row.cells[columns.date].text, style.days);
  return day && std::any_of(columns.flows.begin(), columns.flows.end(), [&](const FlowColumn& flow) {
           return reading::read_number(row.cells[flow.index].text, style.mark).has_value();
         });
}

bool touches_figures(const TableRow& row, const LedgerColumns& columns) {
  return !row.cells[columns.date].text.empty() ||
         std::any_of(columns.flows.begin(), columns.flows.end(),
                     [&](const FlowColumn& flow) { return !row.cells[flow.index].text.empty(); });
}

// A line without day and amount goes on from the row nearest to it: a cell of several lines.
void join(std::vector<TableRow>& rows, const TableRow& rest) {
  auto nearest = std::min_element(rows.begin(), rows.end(), [&](const TableRow& a, const TableRow& b) {
    return std::abs(a.box.y0 - rest.box.y0) < std::abs(b.box.y0 - rest.box.y0);
  });
  for (std::size_t c = 0; c < rest.cells.size(); ++c) {
    const auto& more = rest.cells[c];
    auto& cell = nearest->cells[c];
    if (more.text.empty()) continue;
    const bool above = rest.box.y0 < nearest->box.y0;
    cell.text = cell.text.empty() ? more.text : above ? more.text + " " + cell.text : cell.text + " " + more.text;
    cell.box = cell.box.width() == 0 ? more.box : reading::united(cell.box, more.box);
  }
}

// Above the first row: the name of the fund, or a title that says that the table goes on. Another title of payments
// begins a section of its own.
bool heads_the_page(const Line& line) {
  const std::string title = line.text();
  return line.segments.size() == 1 && (says_continued(title) || !section_kind(title));
}

// The lines at the top of a page, above its tables, that stand in the columns of the table before.
std::vector<const Line*> leading_lines(const reading::PageLayout& layout, const LedgerColumns& before) {
  constexpr std::size_t kTitlesMax = 3;
  const double table_top = layout.tables.empty() ? 1e9 : layout.tables.front().box.y0;
  std::vector<const Line*> lines;
  std::size_t titles = 0;
  for (const Line& line : layout.text) {
    if (line.box.y0 > table_top) break;
    const bool fits = row_of(line, before).has_value();
    if (lines.empty() && line.segments.size() == 1 && (!fits || line.bold())) {
      if (!heads_the_page(line) || ++titles > kTitlesMax) break;
      continue;
    }
    if (!fits || (!lines.empty() && line.box.y0 - lines.back()->box.y1 > kGap * line.box.height())) break;
    lines.push_back(&line);
  }
  return lines;
}

// The lines as rows, those that white space puts together as one: a day may fill three lines.
std::vector<Line> whole_rows(const std::vector<const Line*>& lines) {
  const auto bundles = reading::bundles_of(lines);
  std::vector<Line> rows;
  for (std::size_t i = 0; i < lines.size();) {
    std::vector<const Line*> row{lines[i++]};
    while (bundles && i < lines.size() && (*bundles)[i] == (*bundles)[i - 1]) row.push_back(lines[i++]);
    rows.push_back(row.size() == 1 ? *row.front() : reading::bundled(row));
  }
  return rows;
}

std::optional<Table> table_of(const std::vector<Line>& lines, int page, const LedgerColumns& before,
                              const DocumentStyle& style) {
  std::vector<TableRow> flows, sums, rests;
  for (const Line& line : lines) {
    auto row = row_of(line, before);
    if (!row) break;
    const bool sum = summary_row(line.segments.front().text) != SummaryRow::none;
    (is_flow(*row, before, style) ? flows : sum || line.segments.size() == 1 ? sums : rests).push_back(std::move(*row));
  }
  // Words over the days or the amounts head another table.
  const bool headed =
      std::any_of(rests.begin(), rests.end(), [&](const auto& r) { return touches_figures(r, before); });
  if (flows.empty() || headed) return std::nullopt;
  for (const TableRow& rest : rests) join(flows, rest);
  Table table;
  table.page = page;
  table.columns = before.roles.size();
  table.column_x0 = before.column_x0;
  table.column_x1 = before.column_x1;
  table.rows = std::move(flows);
  // A lone cell is a part of a wrapped row where it stands among the rows, else a sum.
  for (TableRow& sum : sums) {
    const bool among = sum.box.y0 < table.rows.back().box.y1 + sum.box.height() / 2;
    const auto filled = std::find_if(sum.cells.begin(), sum.cells.end(), [](const auto& c) { return !c.text.empty(); });
    const bool amount = reading::read_number(filled->text, style.mark).has_value();
    if (among && !amount) {
      join(table.rows, sum);
    } else if (sum.box.y0 > table.rows.back().box.y0) {
      table.rows.push_back(std::move(sum));
    }
  }
  table.box = table.rows.front().box;
  for (const TableRow& row : table.rows) table.box = reading::united(table.box, row.box);
  return table;
}

}  // namespace

std::optional<Table> stray_rows(const reading::PageLayout& layout, const LedgerColumns& before,
                                const DocumentStyle& style) {
  if (before.column_x0.size() != before.roles.size()) return std::nullopt;
  const std::vector<const Line*> leading = leading_lines(layout, before);
  if (leading.empty()) return std::nullopt;
  if (auto table = table_of(whole_rows(leading), layout.page, before, style)) return table;
  std::vector<Line> lines;
  for (const Line* line : leading) lines.push_back(*line);
  return table_of(lines, layout.page, before, style);
}

bool looks_like_row(const Line& line, const LedgerColumns& columns, const DocumentStyle& style) {
  if (line.segments.size() < 3 || columns.column_x0.size() != columns.roles.size()) return false;
  const auto row = row_of(line, columns);
  if (!row) return false;
  const std::string& day = row->cells[columns.date].text;
  const bool begins_day = !day.empty() && day.front() >= '0' && day.front() <= '9';
  return begins_day && std::any_of(columns.flows.begin(), columns.flows.end(), [&](const FlowColumn& flow) {
           return reading::read_number(row->cells[flow.index].text, style.mark).has_value();
         });
}

}  // namespace dossier::funds
