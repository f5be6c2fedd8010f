#include "extract/worker/geometry.h"

#include <algorithm>
#include <cmath>

namespace dossier::extract::worker {
namespace {

constexpr double kSame = 0.05;  // points closer than this are the same to a reader

// How often the outline winds around the point: positive one way round, negative the other.
int windings(const Outline& outline, Point point) {
  int count = 0;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    Point a = outline[i], b = outline[(i + 1) % outline.size()];
    if ((a.y <= point.y) == (b.y <= point.y)) continue;
    double crossing = a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x);
    if (crossing > point.x) count += b.y > a.y ? 1 : -1;
  }
  return count;
}

int crossings(const Outline& outline, Point point) {
  return std::abs(windings(outline, point)) % 2;
}

}  // namespace

bool Shape::contains(Point point) const {
  if (!box.contains(point.x, point.y)) return false;
  if (outlines.empty()) return true;
  int count = 0;
  for (const Outline& outline : outlines) count += even_odd ? crossings(outline, point) : windings(outline, point);
  return even_odd ? count % 2 != 0 : count != 0;
}

reading::Box box_of(const Outline& outline) {
  if (outline.empty()) return {};
  reading::Box box{outline[0].x, outline[0].y, outline[0].x, outline[0].y};
  for (Point point : outline) box = reading::united(box, {point.x, point.y, point.x, point.y});
  return box;
}

reading::Box intersection(const reading::Box& a, const reading::Box& b) {
  reading::Box box{std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
  if (box.x0 > box.x1 || box.y0 > box.y1) return {a.x0, a.y0, a.x0, a.y0};
  return box;
}

bool empty(const reading::Box& box) {
  return box.width() <= 0 && box.height() <= 0;
}

bool is_rectangle(const Outline& outline) {
  if (outline.size() < 4 || outline.size() > 8) return false;
  reading::Box box = box_of(outline);
  auto near = [](double a, double b) { return std::fabs(a - b) < kSame; };
  bool corner[4] = {};
  for (std::size_t i = 0; i < outline.size(); ++i) {
    Point point = outline[i], next = outline[(i + 1) % outline.size()];
    bool left = near(point.x, box.x0), right = near(point.x, box.x1);
    bool top = near(point.y, box.y0), bottom = near(point.y, box.y1);
    bool straight = near(point.x, next.x) || near(point.y, next.y);
    if (!(left || right) || !(top || bottom) || !straight) return false;
    corner[0] |= left && top;
    corner[1] |= right && top;
    corner[2] |= left && bottom;
    corner[3] |= right && bottom;
  }
  return corner[0] && corner[1] && corner[2] && corner[3];
}

}  // namespace dossier::extract::worker
