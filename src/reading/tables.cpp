#include "reading/tables.h"

#include "reading/bundles.h"
#include "reading/grids.h"
#include "reading/merged_cells.h"
#include "reading/regions.h"
#include "reading/rows.h"
#include "reading/shared_columns.h"

#include <algorithm>
#include <utility>

namespace dossier::reading {
namespace {

constexpr double kWordGap = 0.5;  // font sizes: words of one phrase stand no further apart

void set_extent(Table& table) {
  if (table.rows.empty()) return;
  table.box = table.rows.front().box;
  for (const TableRow& row : table.rows) table.box = united(table.box, row.box);
}

// Columns of a band of a grid: a line that is missing between two cells joins them.
std::size_t leading_column(const Grid& grid, std::size_t band, std::size_t column) {
  while (column > 0 && grid.open_right[band][column - 1]) --column;
  return column;
}

int span_of(const Grid& grid, std::size_t band, std::size_t column) {
  int span = 1;
  while (column + 1 < grid.columns() && grid.open_right[band][column]) {
    ++column;
    ++span;
  }
  return span;
}

std::size_t bucket_of(const std::vector<double>& edges, double at) {
  auto above = std::upper_bound(edges.begin(), edges.end(), at);
  std::size_t i = above == edges.begin() ? 0 : static_cast<std::size_t>(above - edges.begin()) - 1;
  return std::min(i, edges.size() - 2);
}

// True when no line at all parts the band into columns: the text of several columns may stand in it side by side, and
// only the places of the words tell which is whose.
bool wide_open(const Grid& grid, std::size_t band) {
  return span_of(grid, band, 0) == static_cast<int>(grid.columns());
}

bool has_digit(const Segment& segment) {
  return segment.text.find_first_of("0123456789") != std::string::npos;
}

// A title that is drawn over lines between columns: its words stand too close to be cells of their own.
bool crosses_columns(const Grid& grid, const Segment& segment) {
  std::size_t first = bucket_of(grid.x, segment.words.front().box.middle_x());
  std::size_t last = bucket_of(grid.x, segment.words.back().box.middle_x());
  return first != last && !has_digit(segment) && segments_of(segment.words, kWordGap).size() == 1;
}

// Whether another line of the band has words in the column and in one of those to its right: its cells are parted
// there, so words that stand close are cells of their own.
bool parted_elsewhere(const Grid& grid, const std::vector<Line>& lines, const Segment& segment) {
  const std::size_t first = bucket_of(grid.x, segment.words.front().box.middle_x());
  const std::size_t last = bucket_of(grid.x, segment.words.back().box.middle_x());
  return std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
    bool left = false, right = false;
    for (const Segment& other : line.segments) {
      if (crosses_columns(grid, other)) continue;
      for (const Word& word : other.words) {
        const std::size_t column = bucket_of(grid.x, word.box.middle_x());
        left = left || column == first;
        right = right || (column > first && column <= last);
      }
    }
    return left && right;
  });
}

// Whether cells stand beside the segment on its line: words among them are cells too, however close they stand. A title
// over lines has none beside it but other titles.
bool among_cells(const Grid& grid, const Line& line) {
  constexpr std::ptrdiff_t kCellsMin = 2;
  return std::count_if(line.segments.begin(), line.segments.end(),
                       [&](const Segment& segment) { return !crosses_columns(grid, segment); }) >= kCellsMin;
}

RowLine in_columns(const Grid& grid, std::size_t band, const std::vector<Line>& lines, std::size_t at) {
  RowLine out(grid.columns());
  const Line& line = lines[at];
  out.box = line.box;
  bool apart = wide_open(grid, band) && line.segments.size() > 1;
  for (const Segment& segment : line.segments) {
    bool whole = crosses_columns(grid, segment) && !parted_elsewhere(grid, lines, segment) && !among_cells(grid, line);
    std::size_t first = bucket_of(grid.x, segment.words.front().box.middle_x());
    for (const Word& word : segment.words) {
      std::size_t column = whole ? first : bucket_of(grid.x, word.box.middle_x());
      if (!apart) column = leading_column(grid, band, column);
      out.cells[column].push_back(word);
      if (!apart) out.spans[column] = span_of(grid, band, column);
    }
  }
  return out;
}

std::vector<TableRow> rows_of_band(const Grid& grid, std::size_t band, std::vector<Word> words) {
  std::vector<Line> lines = lines_of(std::move(words));
  std::vector<const Line*> seen;
  for (const Line& line : lines) seen.push_back(&line);
  auto bundles = bundles_of(seen);
  std::vector<RowLine> row_lines;
  for (std::size_t i = 0; i < lines.size(); ++i) row_lines.push_back(in_columns(grid, band, lines, i));
  return rows_of_band(std::move(row_lines), grid.columns(), bundles);
}

Table table_of(const Grid& grid, int page, const std::vector<Word>& words, const TableTests& tests) {
  Table table;
  table.page = page;
  table.ruled = true;
  table.columns = grid.columns();
  table.column_x0.assign(grid.x.begin(), grid.x.end() - 1);
  table.column_x1.assign(grid.x.begin() + 1, grid.x.end());
  std::vector<std::vector<Word>> bands(grid.bands());
  for (const Word& word : words) bands[bucket_of(grid.y, word.box.middle_y())].push_back(word);
  const std::vector<MergedCell> merged = take_merged_cells(grid, bands);
  for (std::size_t band = 0; band < grid.bands(); ++band) {
    std::vector<TableRow> rows = rows_of_band(grid, band, std::move(bands[band]));
    fill_merged_cells(merged, band, rows);
    for (TableRow& row : rows) {
      row.header = tests.header(as_line(row));
      table.rows.push_back(std::move(row));
    }
  }
  table.box = grid.box();
  return table;
}

// Columns that stand empty in every row: a heading or a total that was drawn beside the columns.
void drop_empty_columns(Table& table) {
  for (std::size_t c = table.columns; c > 0; --c) {
    std::size_t column = c - 1;
    bool filled = std::any_of(table.rows.begin(), table.rows.end(),
                              [&](const TableRow& row) { return !row.cells[column].text.empty(); });
    bool spanned = std::any_of(table.rows.begin(), table.rows.end(), [](const TableRow& row) {
      return std::any_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) { return cell.span > 1; });
    });
    if (filled || spanned) continue;
    auto at = static_cast<std::ptrdiff_t>(column);
    for (TableRow& row : table.rows) row.cells.erase(row.cells.begin() + at);
    table.column_x0.erase(table.column_x0.begin() + at);
    table.column_x1.erase(table.column_x1.begin() + at);
    --table.columns;
  }
}

Table table_of(const Region& region, int page) {
  Table table;
  table.page = page;
  table.columns = region.columns.size();
  for (const Extent& column : region.columns) {
    table.column_x0.push_back(column.x0);
    table.column_x1.push_back(column.x1);
  }
  table.rows = rows_of_region(region);
  drop_empty_columns(table);
  set_extent(table);
  return table;
}

// The tables of a page that are drawn with lines, and in `regions` what stands outside them.
PageLayout ruled_tables(const Page& page, const TableTests& tests, Regions& regions) {
  PageLayout layout;
  layout.page = page.number;
  std::vector<Grid> grids = find_grids(page);
  std::vector<std::vector<Word>> inside(grids.size());
  std::vector<Word> outside;
  for (const Word& word : readable_words(page)) {
    auto home = std::find_if(grids.begin(), grids.end(), [&](const Grid& grid) {
      return grid.box().contains(word.box.middle_x(), word.box.middle_y());
    });
    (home == grids.end() ? outside : inside[static_cast<std::size_t>(home - grids.begin())]).push_back(word);
  }
  for (std::size_t i = 0; i < grids.size(); ++i) {
    Table table = table_of(grids[i], page.number, inside[i], tests);
    if (!table.rows.empty()) layout.tables.push_back(std::move(table));
  }
  Page rest;
  rest.words = std::move(outside);
  regions = find_regions(lines_of(rest), tests);
  return layout;
}

}  // namespace

std::string TableRow::text() const {
  std::string out;
  for (const Cell& cell : cells) {
    if (!cell.text.empty()) out += (out.empty() ? "" : "  ") + cell.text;
  }
  return out;
}

bool TableRow::bold() const {
  return std::all_of(cells.begin(), cells.end(), [](const Cell& cell) { return cell.text.empty() || cell.bold; });
}

PageLayout find_tables(const Page& page, const TableTests& tests) {
  return std::move(find_tables(std::span(&page, 1), tests).front());
}

std::vector<PageLayout> find_tables(std::span<const Page> pages, const TableTests& tests) {
  std::vector<PageLayout> layouts;
  std::vector<Regions> regions;
  for (const Page& page : pages) layouts.push_back(ruled_tables(page, tests, regions.emplace_back()));
  share_columns(regions, layouts);
  for (std::size_t p = 0; p < pages.size(); ++p) {
    PageLayout& layout = layouts[p];
    for (const Region& region : regions[p].tables) layout.tables.push_back(table_of(region, layout.page));
    layout.text = std::move(regions[p].text);
    std::stable_sort(layout.tables.begin(), layout.tables.end(),
                     [](const Table& a, const Table& b) { return a.box.y0 < b.box.y0; });
  }
  return layouts;
}

}  // namespace dossier::reading
