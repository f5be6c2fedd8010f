#pragma once

#include "reading/lines.h"
#include "reading/page.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace dossier::reading {

// What stands in one column of one row. Empty text when nothing does.
struct Cell {
  std::string text;
  Box box;       // around its words; without extent when empty
  int span = 1;  // columns it reaches over; the others of the span are empty
  bool bold = false;
};

struct TableRow {
  std::vector<Cell> cells;  // one for every column
  Box box;
  bool header = false;  // the caller's test recognised it, or it stands above the first such line of its block

  std::string text() const;  // non-empty cells joined by two spaces
  bool bold() const;         // every non-empty cell is
};

struct Table {
  int page = 0;
  Box box;
  bool ruled = false;
  std::size_t columns = 0;
  std::vector<double> column_x0, column_x1;  // the extent of each column
  std::vector<TableRow> rows;
};

// A page cut into its tables and the lines of text that stand outside them, both from top to bottom.
struct PageLayout {
  int page = 0;
  std::vector<Table> tables;
  std::vector<Line> text;
};

// What this room cannot know, since it is the caller's trade.
struct TableTests {
  std::function<bool(const Line&)> header;  // names the columns of a table
  std::function<bool(const Line&)> total;   // sums up the rows above it
};

// Finds tables drawn with lines, and tables without lines by the alignment of their dates and numbers. A wrapped cell
// is one cell; a row that is drawn over several lines is one row.
PageLayout find_tables(const Page& page, const TableTests& tests);

// The same for the pages of one document, one layout for each. A table without lines that goes on over a page break has
// its columns found from all its pages, since a page may leave a column empty.
std::vector<PageLayout> find_tables(std::span<const Page> pages, const TableTests& tests);

}  // namespace dossier::reading
