#include "reading/rows.h"

#include "reading/amounts.h"
#include "reading/dates.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace dossier::reading {
namespace {

// A line this close (in line heights) below another may be the rest of a wrapped cell.
constexpr double kTight = 0.75;

bool bold_cell(const std::vector<Word>& words) {
  return std::all_of(words.begin(), words.end(), [](const Word& w) { return w.bold; });
}

bool bold_line(const RowLine& line) {
  return std::all_of(line.cells.begin(), line.cells.end(), [](const auto& words) { return bold_cell(words); });
}

bool value_text(const std::string& text) {
  if (text.empty()) return false;
  if (read_date(text)) return true;
  auto number = read_number(text);
  return number && (number->dressed || number->form != NumberForm::plain);
}

std::vector<std::size_t> value_columns(const RowLine& line) {
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < line.cells.size(); ++i) {
    if (value_text(text_of(line.cells[i]))) columns.push_back(i);
  }
  return columns;
}

// Whether two lines have a figure in the same column, bare as it may be ("150" above "$ 442"). "22", "December" and
// "2021" one below the other are a day.
bool number_below_number(const std::vector<RowLine>& lines, std::size_t columns) {
  for (std::size_t c = 0; c < columns; ++c) {
    int numbers = 0;
    std::string whole;
    for (const RowLine& line : lines) {
      const std::string text = text_of(line.cells[c]);
      numbers += read_number(text).has_value();
      whole += (whole.empty() ? "" : " ") + text;
    }
    if (numbers > 1 && !read_date(whole)) return true;
  }
  return false;
}

// Appends a wrapped line to a row: cell below cell.
void append(RowLine& row, RowLine line) {
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    auto& cell = row.cells[i];
    if (cell.empty()) row.spans[i] = line.spans[i];
    cell.insert(cell.end(), std::make_move_iterator(line.cells[i].begin()),
                std::make_move_iterator(line.cells[i].end()));
  }
  row.box = united(row.box, line.box);
}

void prepend(RowLine& row, RowLine line) {
  std::swap(row, line);
  append(row, std::move(line));
}

TableRow finished(RowLine line) {
  TableRow row;
  row.box = line.box;
  row.header = line.header;
  for (std::size_t i = 0; i < line.cells.size(); ++i) {
    Cell cell;
    cell.text = text_of(line.cells[i]);
    cell.span = line.spans[i];
    if (!line.cells[i].empty()) {
      cell.bold = bold_cell(line.cells[i]);
      cell.box = line.cells[i].front().box;
      for (const Word& word : line.cells[i]) cell.box = united(cell.box, word.box);
    }
    row.cells.push_back(std::move(cell));
  }
  return row;
}

std::vector<TableRow> finished(std::vector<RowLine> lines) {
  std::vector<TableRow> rows;
  for (RowLine& line : lines) rows.push_back(finished(std::move(line)));
  return rows;
}

// Lines with the same number become one row.
std::vector<RowLine> joined(std::vector<RowLine> lines, const std::vector<std::size_t>& bundles) {
  std::vector<RowLine> rows;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && bundles[i] == bundles[i - 1]) {
      append(rows.back(), std::move(lines[i]));
    } else {
      rows.push_back(std::move(lines[i]));
    }
  }
  return rows;
}

bool only_first_cell(const RowLine& line) {
  return std::all_of(line.cells.begin() + 1, line.cells.end(), [](const auto& words) { return words.empty(); });
}

// A number for every line of a region whose rows are numbered: a header line is a row of its own.
std::vector<std::size_t> bundles_in(const Region& region) {
  std::vector<std::size_t> bundles;
  for (std::size_t i = 0; i < region.lines.size(); ++i) {
    bool goes_on = i > 0 && region.lines[i].row && region.lines[i].row == region.lines[i - 1].row;
    bundles.push_back(i == 0 ? 0 : bundles.back() + (goes_on ? 0 : 1));
  }
  return bundles;
}

// "Currency  USD" below "Commitment  40,000,000": a line with text in every cell of the row above is a row like it.
bool fills_all_of(const RowLine& line, const RowLine& row) {
  int filled = 0;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (row.cells[i].empty()) continue;
    if (line.cells[i].empty()) return false;
    ++filled;
  }
  return filled >= 2;
}

// Whether `line` (no values) reads on in the cells of `row`, which stands right above it.
bool continues(const RowLine& row, const RowLine& line, double gap_above, std::optional<double> gap_below) {
  double height = std::max(6.0, line.box.height());
  if (gap_above > kTight * height || bold_line(row) != bold_line(line) || row.header != line.header) return false;
  if (gap_below && *gap_below < gap_above - 1.5) return false;  // it is drawn closer to the next row
  for (std::size_t i = 0; i < line.cells.size(); ++i) {         // a number under a number is a row of its own
    if (!line.cells[i].empty() && read_number(text_of(line.cells[i])) && value_text(text_of(row.cells[i])))
      return false;
  }
  if (only_first_cell(line) && read_date(text_of(row.cells.front()))) return false;  // a label between two dated rows
  return !fills_all_of(line, row);
}

// Whether `line` (no values) is the upper part of cells of the row below it, as in cells centred by height.
bool leads(const RowLine& line, const RowLine& row, double gap_below) {
  return !row.header && !line.header && gap_below <= kTight * std::max(6.0, line.box.height()) &&
         bold_line(row) == bold_line(line) && !only_first_cell(line);
}

// Segments of a region's line into columns. A number stands where its right edge is, text where its left edge is; a
// heading over several columns spans them.
RowLine columned(const RegionLine& region_line, const std::vector<Extent>& columns) {
  RowLine out(columns.size());
  out.box = region_line.line.box;
  out.header = region_line.header;
  for (const Segment& segment : region_line.line.segments) {
    ColumnRange range = columns_under(segment.box, columns);
    if (range.first == range.last || segment.words.size() == 1 || !region_line.core) {
      bool heading = region_line.header && range.first != range.last;
      std::size_t at = heading || !value_text(segment.text) ? range.first : range.last;
      if (range.first == range.last) at = range.first;
      out.cells[at].insert(out.cells[at].end(), segment.words.begin(), segment.words.end());
      if (heading) out.spans[at] = static_cast<int>(range.last - range.first) + 1;
      continue;
    }
    // Several columns in one segment: the gap between two cells was as narrow as between words. Each word goes to the
    // column it stands over, unless the whole is one overlong text (no column boundary falls between its values).
    bool any_value =
        std::any_of(segment.words.begin(), segment.words.end(), [](const Word& w) { return value_text(w.text); });
    for (const Word& word : segment.words) {
      std::size_t at = any_value ? column_of(word.box, columns) : range.first;
      out.cells[at].push_back(word);
    }
  }
  return out;
}

}  // namespace

Line as_line(const TableRow& row) {
  Line line;
  line.box = row.box;
  for (const Cell& cell : row.cells) {
    if (cell.text.empty()) continue;
    Segment segment;
    segment.text = cell.text;
    segment.box = cell.box;
    segment.bold = cell.bold;
    line.segments.push_back(std::move(segment));
  }
  return line;
}

std::vector<TableRow> rows_of_band(std::vector<RowLine> lines, std::size_t columns,
                                   const std::optional<std::vector<std::size_t>>& bundles) {
  if (lines.empty()) return {};
  std::vector<int> values(columns, 0);
  std::vector<bool> anchor;
  for (const RowLine& line : lines) {
    auto in = value_columns(line);
    for (std::size_t column : in) ++values[column];
    anchor.push_back(!in.empty());
  }
  bool several = std::any_of(values.begin(), values.end(), [](int n) { return n > 1; });
  // A bold label above an only row titles it.
  bool titled = bundles && lines.size() > 1 && only_first_cell(lines[0]) && bold_line(lines[0]) && !bold_line(lines[1]);
  if (!several && !titled && !(bundles && number_below_number(lines, columns))) {
    RowLine row = std::move(lines.front());
    for (std::size_t i = 1; i < lines.size(); ++i) append(row, std::move(lines[i]));
    std::vector<RowLine> one;
    one.push_back(std::move(row));
    return finished(std::move(one));
  }
  if (bundles) return finished(joined(std::move(lines), *bundles));
  std::vector<RowLine> rows;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    bool continued =
        !anchor[i] && !rows.empty() && !(only_first_cell(lines[i]) && read_date(text_of(rows.back().cells.front())));
    if (continued) {
      append(rows.back(), std::move(lines[i]));
    } else {
      rows.push_back(std::move(lines[i]));
    }
  }
  return finished(std::move(rows));
}

std::vector<TableRow> rows_of_region(const Region& region) {
  std::vector<RowLine> lines;
  for (const RegionLine& line : region.lines) lines.push_back(columned(line, region.columns));
  bool numbered = std::any_of(region.lines.begin(), region.lines.end(), [](const RegionLine& l) { return l.row; });
  if (numbered) return finished(joined(std::move(lines), bundles_in(region)));
  std::vector<RowLine> rows;
  std::optional<RowLine> leading;  // a line that waits for the row below it
  for (std::size_t i = 0; i < lines.size(); ++i) {
    bool core = region.lines[i].core;
    std::optional<double> below;
    if (i + 1 < lines.size()) below = lines[i + 1].box.y0 - lines[i].box.y1;
    Box box = lines[i].box;
    bool after_total = i > 0 && region.lines[i - 1].total;  // what follows a total begins something else
    if (!core && !rows.empty() && !leading && !after_total &&
        continues(rows.back(), lines[i], box.y0 - rows.back().box.y1, below)) {
      append(rows.back(), std::move(lines[i]));
    } else if (!core && !leading && below && region.lines[i + 1].core && leads(lines[i], lines[i + 1], *below)) {
      leading = std::move(lines[i]);
    } else {
      rows.push_back(std::move(lines[i]));
      if (leading) prepend(rows.back(), std::move(*leading));
      leading.reset();
    }
  }
  return finished(std::move(rows));
}

}  // namespace dossier::reading
