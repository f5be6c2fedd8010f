#pragma once

#include "reading/lines.h"

#include <vector>

namespace dossier::reading {

// The horizontal extent of a column.
struct Extent {
  double x0 = 0, x1 = 0;
};

// The columns of a table without lines, from its rows (`core`: those with a date or a number): the stretches of the
// page where rows have ink, parted by the gaps that run down through nearly all of them. A heading in `headers` that
// stands over no ink, beside another heading that does, is a column that every row leaves empty.
std::vector<Extent> infer_columns(const std::vector<Line>& core, const std::vector<const Line*>& headers);

// The column a segment stands in: the one it shares most with, else the nearest. `columns` is not empty.
std::size_t column_of(const Box& box, const std::vector<Extent>& columns);

// The columns a segment reaches over, first and last.
struct ColumnRange {
  std::size_t first = 0, last = 0;
};
ColumnRange columns_under(const Box& box, const std::vector<Extent>& columns);

}  // namespace dossier::reading
