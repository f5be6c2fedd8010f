#include "reading/grids.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace dossier::reading {
namespace {

constexpr double kTouch = 2.5;      // points two lines may miss each other by and still cross
constexpr double kSamePlace = 2.0;  // points within which two lines are one
constexpr double kOverhang =
    8.0;  // points of a line beyond the outermost crossing that make a column or band of its own
constexpr std::size_t kStrokesMax = 4'000;  // finding the crossings is quadratic; a dense table has some hundred

struct Stroke {
  double at;        // y of a horizontal stroke, x of a vertical one
  double from, to;  // its extent along the other axis
  bool horizontal;
};

std::vector<Stroke> strokes_of(const Page& page) {
  std::vector<Stroke> strokes;
  for (const Rule& rule : page.rules) {
    const Box& b = rule.box;
    if (rule.horizontal) {
      strokes.push_back({b.middle_y(), b.x0, b.x1, true});
    } else {
      strokes.push_back({b.middle_x(), b.y0, b.y1, false});
    }
  }
  return strokes;
}

// Cells are often drawn one by one: strokes on one line that touch or overlap become one.
std::vector<Stroke> joined(std::vector<Stroke> strokes) {
  std::sort(strokes.begin(), strokes.end(), [](const Stroke& a, const Stroke& b) {
    return std::tie(a.horizontal, a.at, a.from) < std::tie(b.horizontal, b.at, b.from);
  });
  std::vector<Stroke> out;
  for (const Stroke& stroke : strokes) {
    Stroke* same = nullptr;
    for (std::size_t i = out.size(); i > 0 && same == nullptr; --i) {
      Stroke& o = out[i - 1];
      if (o.horizontal != stroke.horizontal || stroke.at - o.at > kSamePlace / 2) break;
      if (stroke.from <= o.to + kTouch && stroke.to >= o.from - kTouch) same = &o;
    }
    if (same == nullptr) {
      out.push_back(stroke);
    } else {
      same->from = std::min(same->from, stroke.from);
      same->to = std::max(same->to, stroke.to);
    }
  }
  if (out.size() > kStrokesMax) out.resize(kStrokesMax);
  return out;
}

bool cross(const Stroke& horizontal, const Stroke& vertical) {
  return vertical.at >= horizontal.from - kTouch && vertical.at <= horizontal.to + kTouch &&
         horizontal.at >= vertical.from - kTouch && horizontal.at <= vertical.to + kTouch;
}

// Sets of strokes that hang together, by union-find over the crossings.
std::vector<std::vector<Stroke>> connected(const std::vector<Stroke>& strokes) {
  std::vector<std::size_t> parent(strokes.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  auto root = [&](std::size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (std::size_t i = 0; i < strokes.size(); ++i) {
    if (!strokes[i].horizontal) continue;
    for (std::size_t j = 0; j < strokes.size(); ++j) {
      if (!strokes[j].horizontal && cross(strokes[i], strokes[j])) parent[root(i)] = root(j);
    }
  }
  std::vector<std::vector<Stroke>> sets(strokes.size());
  for (std::size_t i = 0; i < strokes.size(); ++i) sets[root(i)].push_back(strokes[i]);
  std::erase_if(sets, [](const auto& set) { return set.size() < 4; });
  return sets;
}

std::vector<double> places(const std::vector<Stroke>& strokes, bool horizontal) {
  std::vector<double> at;
  for (const Stroke& stroke : strokes) {
    if (stroke.horizontal == horizontal) at.push_back(stroke.at);
  }
  std::sort(at.begin(), at.end());
  std::vector<double> out;
  for (double a : at) {
    if (out.empty() || a - out.back() > kSamePlace) out.push_back(a);
  }
  // A table without its outer lines: the others reach beyond the outermost crossing.
  for (const Stroke& stroke : strokes) {
    if (stroke.horizontal == horizontal || out.empty()) continue;
    if (stroke.from < out.front() - kOverhang) out.insert(out.begin(), stroke.from);
    if (stroke.to > out.back() + kOverhang) out.push_back(stroke.to);
  }
  return out;
}

bool line_between(const std::vector<Stroke>& strokes, double x, double y) {
  return std::any_of(strokes.begin(), strokes.end(), [&](const Stroke& s) {
    return !s.horizontal && std::abs(s.at - x) <= kSamePlace && s.from <= y && s.to >= y;
  });
}

bool line_below(const std::vector<Stroke>& strokes, double x, double y) {
  return std::any_of(strokes.begin(), strokes.end(), [&](const Stroke& s) {
    return s.horizontal && std::abs(s.at - y) <= kSamePlace && s.from <= x && s.to >= x;
  });
}

}  // namespace

std::vector<Grid> find_grids(const Page& page) {
  std::vector<Grid> grids;
  for (const auto& strokes : connected(joined(strokes_of(page)))) {
    Grid grid{places(strokes, false), places(strokes, true), {}, {}};
    if (grid.x.size() < 3 || grid.y.size() < 2) continue;
    for (std::size_t band = 0; band < grid.bands(); ++band) {
      double middle = (grid.y[band] + grid.y[band + 1]) / 2;
      std::vector<bool> open;
      for (std::size_t column = 0; column + 1 < grid.columns(); ++column)
        open.push_back(!line_between(strokes, grid.x[column + 1], middle));
      open.push_back(false);
      grid.open_right.push_back(std::move(open));
      std::vector<bool> below;
      for (std::size_t column = 0; column < grid.columns(); ++column) {
        const double across = (grid.x[column] + grid.x[column + 1]) / 2;
        below.push_back(band + 1 < grid.bands() && !line_below(strokes, across, grid.y[band + 1]));
      }
      grid.open_below.push_back(std::move(below));
    }
    grids.push_back(std::move(grid));
  }
  std::sort(grids.begin(), grids.end(), [](const Grid& a, const Grid& b) { return a.y.front() < b.y.front(); });
  return grids;
}

}  // namespace dossier::reading
