#include "funds/reports/share_column.h"

#include "funds/reports/table_headings.h"
#include "funds/reports/vocabulary.h"

#include <cmath>

namespace dossier::funds {

std::optional<std::size_t> share_column(const reading::PageLayout& layout, const reading::Table& table,
                                        const DocumentStyle& style) {
  constexpr double kHeadingReach = 24;
  std::optional<std::size_t> share;
  const auto headers = header_texts(table, count_header_rows(table, style));
  for (std::size_t c = 0; c < headers.size(); ++c) {
    if (column_role(headers[c]) == ColumnRole::investor_share) share = c;
  }
  for (const auto& line : layout.text) {
    if (share || line.box.y1 > table.box.y0 + 2 || line.box.y1 < table.box.y0 - kHeadingReach) continue;
    for (const auto& segment : line.segments) {
      if (line.segments.size() < 2 || column_role(segment.text) != ColumnRole::investor_share) continue;
      auto distance = [&](std::size_t c) { return std::abs(table.column_x1[c] - segment.box.x1); };
      share = 0;
      for (std::size_t c = 1; c < table.columns; ++c) {
        if (distance(c) < distance(*share)) share = c;
      }
    }
  }
  return share;
}

}  // namespace dossier::funds
