#include "reading/open_table.h"

#include "reading/amounts.h"
#include "reading/bundles.h"
#include "reading/dates.h"
#include "reading/line_fit.h"

#include <algorithm>

namespace dossier::reading {

bool OpenTable::has_core() const {
  return std::any_of(lines.begin(), lines.end(), [](const RegionLine& l) { return l.core; });
}

const Line* OpenTable::only_row() const {
  const Line* only = nullptr;
  for (const RegionLine& row : lines) {
    if (!row.core) continue;
    if (only != nullptr) return nullptr;
    only = &row.line;
  }
  return only;
}

double OpenTable::usual_gap() const {
  std::vector<double> gaps;
  for (std::size_t i = 1; i < lines.size(); ++i) gaps.push_back(gap(lines[i - 1].line, lines[i].line));
  double height = lines.back().line.box.height();
  bool wrapped_only = std::none_of(gaps.begin(), gaps.end(), [&](double g) { return g > kWrapGap * height; });
  if (!wrapped_only) std::erase_if(gaps, [&](double g) { return g <= kWrapGap * height; });
  if (gaps.empty()) return lines.front().line.box.height();
  auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  return *middle;
}

bool OpenTable::stands_under(const Line& line) const {
  if (lines.empty() || !pending.empty() || prose(line)) return false;
  auto is_number = [](const Segment& s) { return read_number(s.text) && !read_date(s.text); };
  auto numbers = std::count_if(line.segments.begin(), line.segments.end(), is_number);
  bool lone = line.segments.size() == 1 && value_like(line.segments.front());
  if (numbers == 0 || (numbers < 2 && !lone)) return false;
  return std::all_of(line.segments.begin(), line.segments.end(), [&](const Segment& figure) {
    return !is_number(figure) || std::any_of(lines.begin(), lines.end(), [&](const RegionLine& row) {
      return std::any_of(row.line.segments.begin() + 1, row.line.segments.end(), [&](const Segment& s) {
        return s.box.x0 < figure.box.x1 && s.box.x1 > figure.box.x0 && (row.header || (row.core && is_number(s)));
      });
    });
  });
}

bool OpenTable::begins_wrapped_day(const Line& line) const {
  constexpr std::size_t kSegmentsMin = 3;
  if (lines.empty() || line.segments.size() < kSegmentsMin) return false;
  const Segment& start = line.segments.front();
  const bool figures = start.text.size() <= 3 && start.text.find_first_not_of("0123456789.") == std::string::npos;
  if (!figures && !day_like(start)) return false;
  return std::any_of(line.segments.begin() + 1, line.segments.end(), [&](const Segment& figure) {
    return read_number(figure.text) && std::any_of(lines.begin(), lines.end(), [&](const RegionLine& above) {
             return above.header &&
                    std::any_of(above.line.segments.begin() + 1, above.line.segments.end(),
                                [&](const Segment& s) { return s.box.x0 < figure.box.x1 && s.box.x1 > figure.box.x0; });
           });
  });
}

bool OpenTable::wraps_from_row(const Line& line) const {
  return !lines.empty() && pending.empty() && lines.back().core && wraps_from(lines.back().line, line);
}

bool OpenTable::wraps_from_header(const Line& line) const {
  return !lines.empty() && lines.back().header && wraps_from(lines.back().line, line);
}

bool OpenTable::set_as_a_row(const Line& line) const {
  return !line.bold() && has_core() &&
         std::any_of(lines.begin(), lines.end(), [](const RegionLine& l) { return l.header && l.line.bold(); });
}

std::size_t OpenTable::interlocking_before(std::size_t end) const {
  std::size_t first = end == 0 ? 0 : end - 1;
  while (first > 0 && gap(pending[first - 1], pending[first]) < 0) --first;
  return first;
}

bool OpenTable::ends_interlocking_row(const Line& line) const {
  constexpr std::size_t kLinesMax = 4;
  if (pending.empty() || gap(pending.back(), line) >= 0) return false;
  const std::size_t first = interlocking_before(pending.size());
  if (pending.size() - first > kLinesMax) return false;
  std::vector<const Line*> parts;
  for (std::size_t i = first; i < pending.size(); ++i) parts.push_back(&pending[i]);
  parts.push_back(&line);
  const Line row = bundled(parts);
  const bool day = std::any_of(row.segments.begin(), row.segments.end(), day_like);
  const bool figure = std::any_of(row.segments.begin(), row.segments.end(),
                                  [](const Segment& s) { return read_number(s.text) && !day_like(s); });
  return day && figure;
}

}  // namespace dossier::reading
