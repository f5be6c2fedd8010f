#pragma once

#include "extract/worker/geometry.h"
#include "extract/worker/ground.h"

#include <vector>

namespace dossier::extract::worker {

// One line of a path as the page draws it: `curved[i]` says that point i is a control point and no corner.
struct Stroke {
  Outline points;
  std::vector<bool> curved;
};

// Sorts the painted paths of a page into what tables are made of: rules (straight strokes, thin rectangles, the edges
// of drawn frames) and fills; and tells the ground about every area that could hide text or lie beneath it.
class Marks {
 public:
  // `ground` outlives the marks.
  explicit Marks(Ground& ground) : ground_(ground) {}

  // `clip` is the area that can be painted at all; `width` the pen's. `paint` without a colour is a pattern.
  void stroke(const std::vector<Stroke>& path, double width, const reading::Box& clip, Paint paint);
  void fill(const std::vector<Outline>& outlines, bool even_odd, const reading::Box& clip, Paint paint);
  // An image or shading: unknown ground. A very thin one is a rule, as some programs draw their lines.
  void picture(const reading::Box& box, bool covers);

  std::vector<reading::Rule> take_rules() { return std::move(rules_); }
  std::vector<reading::Fill> take_fills() { return std::move(fills_); }
  // More than limits::kRulesPerPageMax of either: the rest was left out.
  bool full() const { return full_; }

 private:
  bool frame(const Outline& outer, const Outline& inner, bool even_odd, const reading::Box& clip);
  void rectangle(const reading::Box& box, Paint paint);
  void rule(const reading::Box& box, bool horizontal);

  Ground& ground_;
  std::vector<reading::Rule> rules_;
  std::vector<reading::Fill> fills_;
  bool full_ = false;
};

}  // namespace dossier::extract::worker
