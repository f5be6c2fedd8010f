#pragma once

#include "reading/columns.h"
#include "reading/lines.h"
#include "reading/tables.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace dossier::reading {

// Consecutive lines that form a table without ruling lines.
struct RegionLine {
  Line line;
  bool core = false;    // has a date or a number in a cell of its own
  bool header = false;  // names the columns
  bool total = false;   // sums up the rows above it
  // Lines of one row have the same number, where white space told the rows apart (bundles.h); nothing elsewhere.
  std::optional<std::size_t> row = {};
};

struct Region {
  std::vector<RegionLine> lines;
  std::vector<Extent> columns;
};

struct Regions {
  std::vector<Region> tables;
  std::vector<Line> text;  // every line that is in no table
};

// Cuts lines (top to bottom) into tables and text. A new header begins a new table; so does a wide gap; a line of
// running prose ends one. One row without a header is text.
Regions find_regions(std::vector<Line> lines, const TableTests& tests);

}  // namespace dossier::reading
