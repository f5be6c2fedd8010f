#include "reading/columns.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace dossier::reading {
namespace {

constexpr double kStep = 0.5;           // points per bucket of the ink profile
constexpr double kStrayShare = 0.04;    // of the rows may have ink in a gap: an overlong text
constexpr double kWidestPage = 14'400;  // points; PDF's own limit

// Words of a row parted as the other rows are: a row with fewer parts than most is parted at smaller gaps.
std::vector<Segment> parted(const Line& line, std::size_t usual) {
  if (line.segments.size() >= usual) return line.segments;
  std::vector<Word> words;
  for (const Segment& segment : line.segments) words.insert(words.end(), segment.words.begin(), segment.words.end());
  for (double gap_em : {0.55, 0.42}) {
    auto segments = segments_of(words, gap_em);
    if (segments.size() == usual) return segments;
  }
  return line.segments;
}

std::size_t usual_parts(const std::vector<const Line*>& core) {
  std::map<std::size_t, int> counts;
  for (const Line* line : core) ++counts[line->segments.size()];
  return std::max_element(counts.begin(), counts.end(), [](auto& a, auto& b) { return a.second < b.second; })->first;
}

}  // namespace

std::vector<Extent> infer_columns(const std::vector<const Line*>& core) {
  if (core.empty()) return {};
  double right = 0;
  for (const Line* line : core) right = std::max(right, line->box.x1);
  right = std::min(right, kWidestPage);
  std::vector<int> ink(static_cast<std::size_t>(right / kStep) + 2, 0);
  std::size_t usual = usual_parts(core);
  for (const Line* line : core) {
    for (const Segment& segment : parted(*line, usual)) {
      auto from = static_cast<std::size_t>(std::max(0.0, segment.box.x0) / kStep);
      auto to = std::min(ink.size() - 1, static_cast<std::size_t>(std::max(0.0, segment.box.x1) / kStep));
      for (std::size_t i = from; i <= to; ++i) ++ink[i];
    }
  }
  int stray_max = static_cast<int>(kStrayShare * static_cast<double>(core.size()));
  std::vector<Extent> columns;
  bool inside = false;
  for (std::size_t i = 0; i < ink.size(); ++i) {
    bool inked = ink[i] > stray_max;
    double x = static_cast<double>(i) * kStep;
    if (inked && !inside) columns.push_back({x, x + kStep});
    if (inked) columns.back().x1 = x + kStep;
    inside = inked;
  }
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
