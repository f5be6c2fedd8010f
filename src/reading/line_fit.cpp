#include "reading/line_fit.h"

#include "reading/bundles.h"
#include "reading/dates.h"
#include "reading/year_text.h"

#include <algorithm>
#include <cmath>

namespace dossier::reading {
namespace {

constexpr std::size_t kProseWords = 11;  // a single segment of so many words is a sentence, not a cell

// "Capital call 1 (16 October 2009)".
bool ends_with_day(const Segment& segment) {
  const std::size_t open = segment.text.rfind('(');
  return open != std::string::npos && segment.text.ends_with(')') &&
         read_date(std::string_view(segment.text).substr(open + 1, segment.text.size() - open - 2)).has_value();
}

}  // namespace

double gap(const Line& above, const Line& below) {
  return below.box.y0 - above.box.y1;
}

bool core_line(const Line& line) {
  return line.segments.size() >= 2 && std::any_of(line.segments.begin(), line.segments.end(),
                                                  [](const Segment& s) { return value_like(s) || ends_with_day(s); });
}

bool prose(const Line& line) {
  return line.segments.size() == 1 && line.segments.front().words.size() >= kProseWords;
}

bool lone_year(const Line& line) {
  return line.segments.size() == 1 && is_year(line.segments.front().text);
}

bool begins_a_day(const Line& line, const Line& dated) {
  const Segment& start = line.segments.front();
  const bool figures = start.text.size() <= 2 && start.text.find_first_not_of("0123456789") == std::string::npos;
  return figures && std::any_of(dated.segments.begin(), dated.segments.end(), [&](const Segment& s) {
           return day_like(s) && s.box.x0 < start.box.x1 && s.box.x1 > start.box.x0;
         });
}

bool wraps_from(const Line& above, const Line& line) {
  return gap(above, line) < kWrapGap * line.box.height() && above.bold() == line.bold() &&
         std::abs(above.font_size() - line.font_size()) < 0.3f;
}

bool heads_with(const Line& line, const Line& below, const Line& header) {
  double space = gap(line, below);
  if (line.segments.size() >= 2) return space < 1.0 * header.box.height();
  const Box& box = line.box;
  auto over = std::count_if(header.segments.begin(), header.segments.end(),
                            [&](const Segment& s) { return box.x0 < s.box.x1 && box.x1 > s.box.x0; });
  bool same_type = line.bold() == header.bold() && std::abs(line.font_size() - header.font_size()) < 0.3f;
  bool heads_one = over <= 1 && line.segments.front().words.size() <= 3;
  // "Distributions (EUR)" over the columns of its parts; a title begins where the table does.
  bool heads_group = box.x0 > header.segments.front().box.x1;
  return space < (heads_group ? 2.0 : 0.6) * header.box.height() && same_type && (heads_one || heads_group);
}

bool wraps_into(const Line& line, const Line& below, const Line& row) {
  const bool same_type = line.bold() == row.bold() && std::abs(line.font_size() - row.font_size()) < 0.3f;
  const bool above_a_cell = line.segments.size() == 1 && gap(line, below) < kWrapGap * line.box.height() &&
                            std::any_of(row.segments.begin(), row.segments.end(), [&](const Segment& cell) {
                              return std::abs(cell.box.x0 - line.box.x0) < 1 && !value_like(cell);
                            });
  return !prose(line) && same_type && (gap(line, below) < 0 || above_a_cell);
}

}  // namespace dossier::reading
