#pragma once

#include "publish/pages.h"

#include <functional>
#include <vector>

namespace dossier::publish {

// A text of a row and where its left edge is.
struct Cell {
  Text text;
  double left = 0;
};

// Puts texts and rules on pages from top to bottom and begins new pages. Lengths are points.
class Pen {
 public:
  explicit Pen(double top) : y_(top) { pages_.emplace_back(); }

  double y() const { return y_; }
  double room() const { return paper::kBottom - y_; }  // left on this page
  bool at_head() const { return y_ == paper::kTop; }
  std::size_t page_count() const { return pages_.size(); }
  std::vector<Page> take() { return std::move(pages_); }

  void new_page();
  // A new page unless so much room is left on this one.
  void need(double height);
  void move(double height) { y_ += height; }
  // White space is for what stands above: none at the head of a page, none over its foot.
  void gap(double height);

  // Where it is said, without moving.
  void put(const Text& text, double left, double top);
  void put_and_move(const Text& text, double left);
  void rule(double left, double top, double right, double bottom, double grey, double thickness = 0.5);
  void frame(double left, double top, double right, double bottom, double grey, double thickness);
  void fill(double left, double top, double right, double bottom);

  // Line by line over as many pages as it takes; neither the first nor the last line stands alone.
  void run_on(const Text& text, double left);

  // Texts side by side. They move to the next page whole when they fit there and not here; what is taller than a page
  // is broken between lines. `done(top, bottom, last)` rules each piece; `again` repeats a head on each new page.
  void row(const std::vector<Cell>& cells, double pad, double height_min,
           const std::function<void(double, double, bool)>& done, const std::function<void()>& again = {});

  // Calls `place`, whose work must not be torn apart, on this page, or again on the next one when it does not fit here.
  // What is taller than a page is torn all the same.
  void keep_together(const std::function<void()>& place);

 private:
  Page& page() { return pages_.back(); }
  double put_lines(const Cell& cell, std::size_t& next, double top, double height);

  std::vector<Page> pages_;
  double y_;
};

}  // namespace dossier::publish
