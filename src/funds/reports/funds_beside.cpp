#include "funds/reports/funds_beside.h"

#include "funds/ledger/merge.h"
#include "funds/reports/sections.h"

#include <algorithm>

namespace dossier::funds {
namespace {

using reading::Line;
using reading::PageLayout;
using reading::Segment;
using reading::Table;

constexpr double kTouch = 2;  // points by which a table may reach over the middle

struct Halves {
  double top;     // of the line of names
  double middle;  // between the two tables
};

// Where the page is parted below two names; nothing where a table crosses, or one side has none.
std::optional<Halves> halves_below(const PageLayout& layout, const Line& names) {
  const double right_name = names.segments[1].box.x0;
  double left_end = 0, right_start = 1e9;
  for (const Table& table : layout.tables) {
    if (table.box.y0 < names.box.y0) continue;
    if (table.box.middle_x() < right_name) {
      left_end = std::max(left_end, table.box.x1);
    } else {
      right_start = std::min(right_start, table.box.x0);
    }
  }
  const bool both = left_end > 0 && right_start < 1e9 && left_end <= right_start + kTouch;
  if (!both || names.segments[0].box.x1 > right_start + kTouch) return std::nullopt;
  return Halves{names.box.y0, (left_end + right_start) / 2};
}

// The part of a line on one side; nothing where it has no words there.
std::optional<Line> line_within(const Line& line, double middle, bool left) {
  Line part;
  for (const Segment& segment : line.segments) {
    if ((segment.box.middle_x() < middle) != left) continue;
    part.box = part.segments.empty() ? segment.box : reading::united(part.box, segment.box);
    part.segments.push_back(segment);
  }
  if (part.segments.empty()) return std::nullopt;
  return part;
}

FundBeside half_of(const PageLayout& layout, const Halves& halves, std::string name, bool left) {
  FundBeside half{std::move(name), {}};
  half.layout.page = layout.page;
  for (const Table& table : layout.tables) {
    const bool above = table.box.y0 < halves.top;
    if (above || (table.box.middle_x() < halves.middle) == left) half.layout.tables.push_back(table);
  }
  for (const Line& line : layout.text) {
    if (line.box.y0 < halves.top) {
      half.layout.text.push_back(line);
    } else if (auto part = line_within(line, halves.middle, left)) {
      half.layout.text.push_back(std::move(*part));
    }
  }
  return half;
}

}  // namespace

std::optional<std::pair<FundBeside, FundBeside>> funds_beside(const PageLayout& layout) {
  for (const Line& line : layout.text) {
    if (line.segments.size() != 2) continue;
    const std::string& left = line.segments[0].text;
    const std::string& right = line.segments[1].text;
    if (!names_a_fund(left) || !names_a_fund(right) || same_fund(left, right)) continue;
    if (auto halves = halves_below(layout, line))
      return std::pair{half_of(layout, *halves, left, true), half_of(layout, *halves, right, false)};
  }
  return std::nullopt;
}

}  // namespace dossier::funds
