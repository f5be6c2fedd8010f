#include "reading/region_rows.h"

#include "reading/amounts.h"
#include "reading/bundles.h"

#include <algorithm>
#include <utility>

namespace dossier::reading {
namespace {

struct CoreRow {
  Line line;
  bool total = false;
};

// "Total since inception" reaches from the column of days into that of words: its figures alone stand in columns.
void drop_label(Line& line) {
  if (line.segments.size() < 2 || read_number(line.segments.front().text)) return;
  line.segments.erase(line.segments.begin());
}

}  // namespace

void number_rows(std::vector<RegionLine>& lines) {
  std::vector<const Line*> data;
  for (const RegionLine& line : lines) {
    if (!line.header) data.push_back(&line.line);
  }
  auto rows = bundles_of(data);
  if (!rows) return;
  std::size_t next = 0;
  for (RegionLine& line : lines) {
    if (!line.header) line.row = (*rows)[next++];
  }
}

std::vector<Line> core_rows(const std::vector<RegionLine>& lines) {
  std::vector<CoreRow> rows;
  for (std::size_t i = 0; i < lines.size();) {
    std::size_t end = i + 1;
    while (end < lines.size() && lines[i].row && lines[end].row == lines[i].row) ++end;
    std::vector<const Line*> row;
    bool core = false, total = false;
    for (; i < end; ++i) {
      row.push_back(&lines[i].line);
      core = core || lines[i].core;
      total = total || lines[i].total;
    }
    if (core) rows.push_back({row.size() == 1 ? *row.front() : bundled(row), total});
  }
  const auto totals = std::count_if(rows.begin(), rows.end(), [](const CoreRow& row) { return row.total; });
  // Where most labels say "total", they are the table's words.
  const bool few = 2 * totals < static_cast<std::ptrdiff_t>(rows.size());
  std::vector<Line> out;
  for (CoreRow& row : rows) {
    if (row.total && few) drop_label(row.line);
    out.push_back(std::move(row.line));
  }
  return out;
}

}  // namespace dossier::reading
