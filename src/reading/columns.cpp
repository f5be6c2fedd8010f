#include "reading/columns.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace dossier::reading {
namespace {

constexpr double kStep = 0.5;           // points per bucket of the ink profile
constexpr double kStrayShare = 0.04;    // of the rows may have ink in a gap: an overlong text
constexpr double kFullShare = 0.3;      // of the rows must have as many cells as a full row
constexpr double kPileGap = 30;         // points between two headings of one table, one above the other
constexpr double kWidestPage = 14'400;  // points; PDF's own limit

// Words of a row parted as the other rows are: a row with fewer parts than most is parted at smaller gaps.
std::vector<Segment> parted(const Line& line, std::size_t usual) {
  if (line.segments.size() >= usual) return line.segments;
  std::vector<Word> words;
  for (const Segment& segment : line.segments) words.insert(words.end(), segment.words.begin(), segment.words.end());
  for (double gap_em : {0.55, 0.42}) {
    auto segments = segments_of(words, gap_em);
    join_units(segments);
    if (segments.size() == usual) return segments;
  }
  return line.segments;
}

// How many cells a full row has: the largest number that a good part of the rows reaches. Totals have fewer, and their
// label may stand across columns.
std::size_t full_parts(const std::vector<Line>& core) {
  std::vector<std::size_t> counts;
  for (const Line& line : core) counts.push_back(line.segments.size());
  std::sort(counts.begin(), counts.end(), std::greater<>());
  return counts[static_cast<std::size_t>(kFullShare * static_cast<double>(counts.size()))];
}

// How many rows have ink at each step across the page.
class InkProfile {
 public:
  explicit InkProfile(double right) : ink_(static_cast<std::size_t>(std::min(right, kWidestPage) / kStep) + 2, 0) {}

  void add(const Box& box) {
    for (std::size_t i = step(box.x0); i <= step(box.x1); ++i) ++ink_[i];
  }

  std::vector<Extent> columns(int stray_max) const {
    std::vector<Extent> columns;
    bool inside = false;
    for (std::size_t i = 0; i < ink_.size(); ++i) {
      bool inked = ink_[i] > stray_max;
      double x = static_cast<double>(i) * kStep;
      if (inked && !inside) columns.push_back({x, x + kStep});
      if (inked) columns.back().x1 = x + kStep;
      inside = inked;
    }
    return columns;
  }

 private:
  std::size_t step(double x) const {
    return std::min(ink_.size() - 1, static_cast<std::size_t>(std::max(0.0, x) / kStep));
  }

  std::vector<int> ink_;
};

bool over(const Box& box, const std::vector<Extent>& columns) {
  return std::any_of(columns.begin(), columns.end(), [&](const Extent& c) { return box.x0 <= c.x1 && box.x1 >= c.x0; });
}

void sort_by_place(std::vector<Extent>& columns) {
  std::sort(columns.begin(), columns.end(), [](const Extent& a, const Extent& b) { return a.x0 < b.x0; });
}

bool meet(const Box& a, double x0, double x1) {
  return a.x0 <= x1 && a.x1 >= x0;
}

// Whether a heading beside `segment`, at its own height, stands over the column. Headings of two lines and of one are
// set in different lines of text: it is beside that one of the segments above and below it which it stands level with.
bool headed_beside(const Extent& column, const Segment& segment, const std::vector<const Line*>& headers) {
  std::vector<Box> pile;
  for (const Line* line : headers) {
    for (const Segment& s : line->segments) {
      if (meet(s.box, segment.box.x0, segment.box.x1)) pile.push_back(s.box);
    }
  }
  auto heads = [&](const Segment& other) {
    return meet(other.box, column.x0, column.x1) && !meet(other.box, segment.box.x0, segment.box.x1) &&
           std::any_of(pile.begin(), pile.end(),
                       [&](const Box& box) { return box.y0 < other.box.y1 && box.y1 > other.box.y0; });
  };
  return std::any_of(headers.begin(), headers.end(), [&](const Line* line) {
    return std::any_of(line->segments.begin(), line->segments.end(), heads);
  });
}

// Whether a heading stands above another one that has its column: it is a part of that, or the title of several.
bool above_a_headed(const Line& header, const Segment& segment, const std::vector<const Line*>& headers,
                    const std::vector<Extent>& columns) {
  return std::any_of(headers.begin(), headers.end(), [&](const Line* line) {
    return line->box.y0 > header.box.y0 && line->box.y0 < header.box.y1 + kPileGap &&
           std::any_of(line->segments.begin(), line->segments.end(), [&](const Segment& below) {
             return meet(below.box, segment.box.x0, segment.box.x1) && over(below.box, columns);
           });
  });
}

// Adds the columns that only a heading shows, from the lowest headings to the highest.
void add_empty_columns(std::vector<Extent>& columns, const std::vector<const Line*>& headers) {
  std::vector<Extent> empty;
  for (auto header = headers.rbegin(); header != headers.rend(); ++header) {
    for (const Segment& segment : (*header)->segments) {
      if (over(segment.box, columns) || over(segment.box, empty)) continue;
      if (above_a_headed(**header, segment, headers, columns)) continue;
      const Extent& nearest = columns[column_of(segment.box, columns)];
      if (headed_beside(nearest, segment, headers)) empty.push_back({segment.box.x0, segment.box.x1});
    }
  }
  columns.insert(columns.end(), empty.begin(), empty.end());
  sort_by_place(columns);
}

}  // namespace

std::vector<Extent> infer_columns(const std::vector<Line>& core, const std::vector<const Line*>& headers) {
  if (core.empty()) return {};
  double right = 0;
  for (const Line& line : core) right = std::max(right, line.box.x1);
  std::size_t full = full_parts(core);
  InkProfile rows(right);
  std::vector<Segment> others;
  int full_rows = 0;
  for (const Line& line : core) {
    auto segments = parted(line, full);
    if (segments.size() < full) {
      others.insert(others.end(), segments.begin(), segments.end());
      continue;
    }
    ++full_rows;
    for (const Segment& segment : segments) rows.add(segment.box);
  }
  std::vector<Extent> columns = rows.columns(static_cast<int>(kStrayShare * full_rows));
  // A column that only shorter rows fill: distributions beside contributions.
  InkProfile between(right);
  for (const Segment& segment : others) {
    if (!over(segment.box, columns)) between.add(segment.box);
  }
  for (const Extent& extent : between.columns(0)) columns.push_back(extent);
  sort_by_place(columns);
  if (!columns.empty()) add_empty_columns(columns, headers);
  return columns;
}

std::size_t column_of(const Box& box, const std::vector<Extent>& columns) {
  std::size_t best = 0;
  double best_shared = -kWidestPage;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    double shared = std::min(box.x1, columns[i].x1) - std::max(box.x0, columns[i].x0);  // negative: the distance
    if (shared > best_shared) {
      best_shared = shared;
      best = i;
    }
  }
  return best;
}

ColumnRange columns_under(const Box& box, const std::vector<Extent>& columns) {
  std::size_t nearest = column_of(box, columns);
  ColumnRange range{nearest, nearest};
  auto under = [&](std::size_t i) { return std::min(box.x1, columns[i].x1) - std::max(box.x0, columns[i].x0) > 1.0; };
  while (range.first > 0 && under(range.first - 1)) --range.first;
  while (range.last + 1 < columns.size() && under(range.last + 1)) ++range.last;
  return range;
}

}  // namespace dossier::reading
