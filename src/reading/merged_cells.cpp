#include "reading/merged_cells.h"

#include "reading/amounts.h"
#include "reading/lines.h"

#include <algorithm>
#include <iterator>

namespace dossier::reading {
namespace {

constexpr double kLineGap = 0.8;  // line heights: the lines of one cell stand no further apart

bool in_column(const Grid& grid, std::size_t column, const Word& word) {
  const double middle = word.box.middle_x();
  return middle >= grid.x[column] && middle < grid.x[column + 1];
}

bool has_digit(const std::string& text) {
  return text.find_first_of("0123456789") != std::string::npos;
}

// Whether a line stands at both sides of the column in this band, so that the cell is closed.
bool closed_beside(const Grid& grid, std::size_t band, std::size_t column) {
  return !grid.open_right[band][column] && (column == 0 || !grid.open_right[band][column - 1]);
}

// The last band that the cell of `column` spans which begins in `first`.
std::size_t last_band(const Grid& grid, std::size_t first, std::size_t column) {
  std::size_t last = first;
  while (last + 1 < grid.bands() && grid.open_below[last][column] && closed_beside(grid, last, column) &&
         closed_beside(grid, last + 1, column))
    ++last;
  return last;
}

// A band of data has figures outside the merged column; one of headings has none.
bool has_figures(const Grid& grid, std::size_t column, const std::vector<Word>& band) {
  return std::any_of(band.begin(), band.end(),
                     [&](const Word& word) { return has_digit(word.text) && !in_column(grid, column, word); });
}

// Whether the words are one text: lines close to each other.
bool one_text(const std::vector<Word>& words) {
  const std::vector<Line> lines = lines_of(words);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].box.y0 - lines[i].box.y1 > kLineGap * lines[i].box.height()) return false;
  }
  return !lines.empty() &&
         std::all_of(lines.begin(), lines.end(), [](const Line& l) { return l.segments.size() == 1; });
}

std::string text_in_order(const std::vector<Word>& words) {
  std::string text;
  for (const Line& line : lines_of(words)) text += (text.empty() ? "" : " ") + line.text();
  return text;
}

}  // namespace

std::vector<MergedCell> take_merged_cells(const Grid& grid, std::vector<std::vector<Word>>& bands) {
  std::vector<MergedCell> cells;
  for (std::size_t column = 0; column < grid.columns(); ++column) {
    for (std::size_t first = 0; first < grid.bands(); ++first) {
      MergedCell cell{column, first, last_band(grid, first, column), {}};
      first = cell.last;
      if (cell.first == cell.last) continue;
      bool data = true;
      for (std::size_t band = cell.first; band <= cell.last; ++band) {
        data = data && has_figures(grid, column, bands[band]);
        std::copy_if(bands[band].begin(), bands[band].end(), std::back_inserter(cell.words),
                     [&](const Word& word) { return in_column(grid, column, word); });
      }
      if (!data || !one_text(cell.words) || read_number(text_in_order(cell.words))) continue;
      for (std::size_t band = cell.first; band <= cell.last; ++band)
        std::erase_if(bands[band], [&](const Word& word) { return in_column(grid, column, word); });
      cells.push_back(std::move(cell));
    }
  }
  return cells;
}

void fill_merged_cells(const std::vector<MergedCell>& cells, std::size_t band, std::vector<TableRow>& rows) {
  for (const MergedCell& merged : cells) {
    if (band < merged.first || band > merged.last) continue;
    for (TableRow& row : rows) {
      Cell& cell = row.cells[merged.column];
      if (!cell.text.empty() || !has_digit(row.text())) continue;
      cell.text = text_in_order(merged.words);
      cell.box = merged.words.front().box;
      for (const Word& word : merged.words) cell.box = united(cell.box, word.box);
      cell.bold = std::all_of(merged.words.begin(), merged.words.end(), [](const Word& w) { return w.bold; });
    }
  }
}

}  // namespace dossier::reading
