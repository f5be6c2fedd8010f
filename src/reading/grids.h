#pragma once

#include "reading/page.h"

#include <vector>

namespace dossier::reading {

// A table drawn with lines: `x` and `y` are the places of its vertical and horizontal lines, ascending, so that it has
// x.size() - 1 columns and y.size() - 1 bands. A line that is missing between two neighbours joins them.
struct Grid {
  std::vector<double> x, y;
  // open_right[band][column]: no line between the column and the next one in this band (merged cell).
  std::vector<std::vector<bool>> open_right;
  // open_below[band][column]: no line between the band and the next one in this column (merged cell).
  std::vector<std::vector<bool>> open_below;

  std::size_t columns() const { return x.size() - 1; }
  std::size_t bands() const { return y.size() - 1; }
  Box box() const { return {x.front(), y.front(), x.back(), y.back()}; }
};

// The grids a page's rules form: connected crossings of lines with at least two columns and one band. Lines that cross
// nothing (underlines, page frames without inner lines) form none.
std::vector<Grid> find_grids(const Page& page);

}  // namespace dossier::reading
