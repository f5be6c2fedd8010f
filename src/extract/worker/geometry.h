#pragma once

#include "reading/page.h"

#include <vector>

namespace dossier::extract::worker {

// Points from the top left corner of the page as a reader sees it, y downwards.
struct Point {
  double x = 0, y = 0;
};

// One closed line of points. Curves are given by their control points: exact for what tables are made of, and close
// enough for round corners.
using Outline = std::vector<Point>;

// A painted area: outlines by the even-odd or the non-zero rule. No outlines: the whole of `box`.
struct Shape {
  reading::Box box;
  std::vector<Outline> outlines = {};
  bool even_odd = false;

  bool contains(Point point) const;
};

reading::Box box_of(const Outline& outline);
reading::Box intersection(const reading::Box& a, const reading::Box& b);  // empty (x0 == x1) when they are apart
bool empty(const reading::Box& box);

// The box an outline draws, when it is a rectangle with upright sides (closed or not, with or without doubled points).
bool is_rectangle(const Outline& outline);

}  // namespace dossier::extract::worker
