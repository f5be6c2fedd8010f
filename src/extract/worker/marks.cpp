#include "extract/worker/marks.h"

#include "base/limits.h"

#include <algorithm>
#include <cmath>

namespace dossier::extract::worker {
namespace {

using reading::Box;

// In points.
constexpr double kRuleThickness = 2.0;  // anything thicker is an area
constexpr double kRuleLength = 3.0;     // anything shorter is a dot of a dotted leader, or part of a drawing
constexpr double kStraight = 0.3;       // by so much a straight line may lean

Box rounded(const Box& box) {
  auto round = [](double points) { return std::round(points * 100) / 100; };
  return {round(box.x0), round(box.y0), round(box.x1), round(box.y1)};
}

bool inside(const Box& inner, const Box& outer) {
  return inner.x0 >= outer.x0 && inner.x1 <= outer.x1 && inner.y0 >= outer.y0 && inner.y1 <= outer.y1;
}

}  // namespace

void Marks::stroke(const std::vector<Stroke>& path, double width, const Box& clip, Paint paint) {
  for (const Stroke& line : path) {
    for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
      if (line.curved[i] || line.curved[i + 1]) continue;
      Box box = box_of({line.points[i], line.points[i + 1]});
      bool horizontal = box.height() <= kStraight && box.width() > box.height();
      bool vertical = !horizontal && box.width() <= kStraight;
      if (!horizontal && !vertical) continue;
      double thickness = std::max(width, horizontal ? box.height() : box.width());
      Box drawn = horizontal ? Box{box.x0, box.middle_y() - thickness / 2, box.x1, box.middle_y() + thickness / 2}
                             : Box{box.middle_x() - thickness / 2, box.y0, box.middle_x() + thickness / 2, box.y1};
      rectangle(intersection(drawn, clip), paint);
    }
  }
}

void Marks::fill(const std::vector<Outline>& outlines, bool even_odd, const Box& clip, Paint paint) {
  std::vector<Outline> others;
  for (std::size_t i = 0; i < outlines.size(); ++i) {
    bool whole = is_rectangle(outlines[i]);
    bool pair = whole && i + 1 < outlines.size() && is_rectangle(outlines[i + 1]);
    if (pair && frame(outlines[i], outlines[i + 1], even_odd, clip)) {
      ++i;
    } else if (whole && others.empty()) {
      rectangle(intersection(box_of(outlines[i]), clip), paint);
    } else {
      others.push_back(outlines[i]);  // a drawing; a rectangle after it may be a hole in it
    }
  }
  if (others.empty()) return;
  Box box = box_of(others.front());
  for (const Outline& outline : others) box = reading::united(box, box_of(outline));
  box = intersection(box, clip);
  if (!empty(box)) ground_.paint({box, std::move(others), even_odd}, paint);
}

void Marks::picture(const Box& box, bool covers) {
  if (empty(box)) return;
  if (std::min(box.width(), box.height()) <= kRuleThickness) {
    rectangle(box, {});
  } else {
    ground_.paint({box}, {std::nullopt, covers});
  }
}

// Two rectangles, one close inside the other with a hole between: the four edges of a cell or table.
bool Marks::frame(const Outline& outer, const Outline& inner, bool even_odd, const Box& clip) {
  Box out = box_of(outer), in = box_of(inner);
  if (inside(out, in)) std::swap(out, in);
  if (!inside(in, out) || Shape{out, {outer, inner}, even_odd}.contains({in.middle_x(), in.middle_y()})) return false;
  const Box edges[4] = {{out.x0, out.y0, out.x1, in.y0},
                        {out.x0, in.y1, out.x1, out.y1},
                        {out.x0, out.y0, in.x0, out.y1},
                        {in.x1, out.y0, out.x1, out.y1}};
  bool thin = std::all_of(std::begin(edges), std::end(edges),
                          [](const Box& edge) { return std::min(edge.width(), edge.height()) <= kRuleThickness; });
  if (!thin) return false;
  for (const Box& edge : edges) rectangle(intersection(edge, clip), {});
  return true;
}

void Marks::rectangle(const Box& box, Paint paint) {
  if (empty(box)) return;
  double length = std::max(box.width(), box.height());
  if (std::min(box.width(), box.height()) <= kRuleThickness) {
    if (length >= kRuleLength) rule(box, box.width() >= box.height());
    return;
  }
  auto beneath = ground_.colour_at({box.middle_x(), box.middle_y()}, ground_.painted());
  bool visible = paint.colour && !(beneath && alike(*beneath, *paint.colour));
  if (visible && fills_.size() < limits::kRulesPerPageMax) fills_.push_back({rounded(box), *paint.colour});
  ground_.paint({box}, paint);
  full_ |= ground_.full();
}

void Marks::rule(const Box& box, bool horizontal) {
  // Some programs draw every line twice, as a hairline and as the rectangle around it.
  if (!rules_.empty() && rules_.back().horizontal == horizontal) {
    Box& last = rules_.back().box;
    if (inside(rounded(box), last)) return;
    if (inside(last, rounded(box))) {
      last = rounded(box);
      return;
    }
  }
  if (rules_.size() < limits::kRulesPerPageMax) {
    rules_.push_back({rounded(box), horizontal});
  } else {
    full_ = true;
  }
}

}  // namespace dossier::extract::worker
