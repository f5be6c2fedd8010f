#include "reading/amounts.h"
#include "reading/bundles.h"
#include "reading/dates.h"
#include "reading/line_fit.h"
#include "reading/open_table.h"

#include <algorithm>
#include <cmath>

// What ends a table: lines that belong to something else.
namespace dossier::reading {
namespace {

constexpr double kTitleGap = 1.15;    // usual gaps between rows above a heading that begins something else
constexpr float kLargerType = 1.15f;  // of the rows' type: no section of a table is set so much larger
constexpr std::size_t kTitleWords = 10;

}  // namespace

bool OpenTable::titles_another(const Line& line) const {
  if (!has_core() || line.segments.size() != 1 || line.segments.front().words.size() > kTitleWords) return false;
  if (lone_year(line) && std::abs(line.box.x0 - lines.back().line.box.x0) < line.box.height()) return false;
  if (tests_.total(line)) return false;  // the upper part of a wrapped label
  const Line& row = lines.back().line;
  if (line.font_size() > kLargerType * row.font_size()) return true;
  bool heading = line.font_size() > row.font_size() + 0.4f || (line.bold() && !row.bold());
  const Line& last = pending.empty() ? row : pending.back();
  return heading && !only_row() && gap(last, line) > kTitleGap * std::max(4.0, usual_gap());
}

bool OpenTable::leaves_the_only_row(const Line& line) const {
  const Line* row = only_row();
  if (row == nullptr || pending.empty() || !pending.back().bold() || row->bold()) return false;
  if (gap(lines.back().line, pending.back()) <= kTitleGap * row->box.height()) return false;
  auto is_number = [](const Segment& s) { return read_number(s.text).has_value(); };
  auto stands_under_one = [&](const Segment& figure) {
    return std::any_of(lines.begin(), lines.end(), [&](const RegionLine& above) {
      return std::any_of(above.line.segments.begin(), above.line.segments.end(), [&](const Segment& s) {
        return (above.header || is_number(s)) && s.box.x0 < figure.box.x1 && s.box.x1 > figure.box.x0;
      });
    });
  };
  return !std::all_of(line.segments.begin(), line.segments.end(),
                      [&](const Segment& s) { return !is_number(s) || stands_under_one(s); });
}

bool OpenTable::leaves_dated_rows(const Line& line) const {
  if (stands_elsewhere(line)) return true;
  auto first = std::find_if(lines.begin(), lines.end(), [](const RegionLine& l) { return l.core; });
  auto days = [](const Line& l) { return std::count_if(l.segments.begin(), l.segments.end(), day_like); };
  constexpr auto kDaysAcross = 2;  // days side by side head columns, and the rows below them have none
  const auto leading = first == lines.end() ? 0 : days(first->line);
  if (leading == 0 || leading >= kDaysAcross || days(line) > 0 || begins_a_day(line, first->line)) return false;
  double apart = kTitleGap * std::max(4.0, usual_gap());
  const Line* above = &lines.back().line;
  bool may_belong = tests_.total(line);  // a total of these rows, unless something else stands between
  for (const Line& next : pending) {
    if (gap(*above, next) > apart) return true;
    may_belong = may_belong && gap(*above, next) < kWrapGap * next.box.height();
    above = &next;
  }
  return !may_belong && gap(*above, line) > apart;
}

bool OpenTable::stands_elsewhere(const Line& line) const {
  auto cores = std::count_if(lines.begin(), lines.end(), [](const RegionLine& l) { return l.core; });
  bool dated = std::any_of(line.segments.begin(), line.segments.end(), day_like);
  if (cores < 2 || dated) return false;
  auto under_figure = [&](const Segment& figure) {
    return std::any_of(lines.begin(), lines.end(), [&](const RegionLine& row) {
      return row.core && std::any_of(row.line.segments.begin(), row.line.segments.end(), [&](const Segment& s) {
               return s.box.x0 < figure.box.x1 && s.box.x1 > figure.box.x0 && read_number(s.text) && !read_date(s.text);
             });
    });
  };
  auto elsewhere = [&](const Segment& s) { return value_like(s) && !under_figure(s); };
  auto figures = std::count_if(line.segments.begin(), line.segments.end(), value_like);
  return figures > 0 && std::count_if(line.segments.begin(), line.segments.end(), elsewhere) == figures;
}

bool OpenTable::is_prose(const Line& line) const {
  bool inside = !lines.empty() && lines.back().core && within_a_cell(line) &&
                line.box.x0 > lines.back().line.segments.front().box.x1;
  return prose(line) && !inside;
}

bool OpenTable::within_a_cell(const Line& line) const {
  const Line& row = lines.back().line;
  if (std::abs(line.font_size() - row.font_size()) > 0.3f) return false;
  return std::all_of(line.segments.begin(), line.segments.end(), [&](const Segment& s) {
    return std::count_if(row.segments.begin(), row.segments.end(),
                         [&](const Segment& above) { return above.box.x0 < s.box.x1 && above.box.x1 > s.box.x0; }) <= 1;
  });
}

}  // namespace dossier::reading
