#pragma once

#include "reading/regions.h"
#include "reading/tables.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace dossier::reading {

// One drawn line of a table, its words already in their columns.
struct RowLine {
  explicit RowLine(std::size_t columns) : cells(columns), spans(columns, 1) {}

  Box box;
  std::vector<std::vector<Word>> cells;
  std::vector<int> spans;
  bool header = false;
};

// Logical rows of one band between two horizontal lines: one row, or several where two lines of the band have a date or
// a number in the same column. `bundles` are the rows that white space tells (bundles.h), one number per line.
std::vector<TableRow> rows_of_band(std::vector<RowLine> lines, std::size_t columns,
                                   const std::optional<std::vector<std::size_t>>& bundles);

// Logical rows of a table without lines: a line without values that follows closely is the rest of wrapped cells.
std::vector<TableRow> rows_of_region(const Region& region);

// A row seen as a line, for the header test.
Line as_line(const TableRow& row);

}  // namespace dossier::reading
