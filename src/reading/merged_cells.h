#pragma once

#include "reading/grids.h"
#include "reading/page.h"
#include "reading/tables.h"

#include <cstddef>
#include <vector>

namespace dossier::reading {

// A cell of a grid that spans several bands of rows ("Capital call" beside four of them), and what stands in it.
struct MergedCell {
  std::size_t column = 0;
  std::size_t first = 0, last = 0;  // bands
  std::vector<Word> words;
};

// Takes the words of merged cells out of their bands, where the bands are rows of data and the cell holds one text or
// day. A figure stays where it is drawn: it must not count more than once. `bands` are the words of the grid by band.
std::vector<MergedCell> take_merged_cells(const Grid& grid, std::vector<std::vector<Word>>& bands);

// Writes what stands in merged cells into every row of `band` that has figures and nothing in that column.
void fill_merged_cells(const std::vector<MergedCell>& cells, std::size_t band, std::vector<TableRow>& rows);

}  // namespace dossier::reading
