#include "publish/pen.h"

#include <algorithm>

namespace dossier::publish {
namespace {

using namespace paper;

constexpr double kSplitMin = 60;  // less room is left empty rather than begun with a tall row
constexpr double kRounding = 0.01;

}  // namespace

void Pen::new_page() {
  pages_.emplace_back();
  y_ = kTop;
}

void Pen::need(double height) {
  if (height > room() && y_ > kTop) new_page();
}

void Pen::gap(double height) {
  if (!at_head()) y_ = std::min(y_ + height, kBottom);
}

void Pen::put(const Text& text, double left, double top) {
  for (std::size_t i = 0; i < text->lines().size(); ++i)
    page().lines.push_back({text, i, left, top + text->lines()[i].top});
}

void Pen::put_and_move(const Text& text, double left) {
  put(text, left, y_);
  y_ += text->height();
}

void Pen::rule(double left, double top, double right, double bottom, double grey, double thickness) {
  page().rules.push_back({left, top, right, bottom, thickness, grey});
}

void Pen::frame(double left, double top, double right, double bottom, double grey, double thickness) {
  rule(left, top, right, top, grey, thickness);
  rule(left, bottom, right, bottom, grey, thickness);
  rule(left, top, left, bottom, grey, thickness);
  rule(right, top, right, bottom, grey, thickness);
}

void Pen::fill(double left, double top, double right, double bottom) {
  page().fills.push_back({left, top, right, bottom});
}

void Pen::run_on(const Text& text, double left) {
  const auto& lines = text->lines();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool paired = i + 1 < lines.size() && (i == 0 || i + 2 == lines.size());
    const double height = lines[i].bottom - lines[i].top;
    need(paired ? 2 * height : height);
    page().lines.push_back({text, i, left, y_});
    y_ += height;
  }
}

void Pen::row(const std::vector<Cell>& cells, double pad, double height_min,
              const std::function<void(double, double, bool)>& done, const std::function<void()>& again) {
  double height = 0;
  for (const Cell& cell : cells) height = std::max(height, cell.text->height());
  const double whole = std::max(height + 2 * pad, height_min);
  const auto next_page = [&] {
    new_page();
    if (again) again();
  };
  if (whole > room() && (whole <= kBottom - kTop - kSplitMin || room() < kSplitMin)) next_page();
  std::vector<std::size_t> next(cells.size(), 0);
  for (bool rest = true; rest;) {
    const double top = y_;
    double used = 0;
    rest = false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      used = std::max(used, put_lines(cells[i], next[i], top + pad, room() - 2 * pad));
      rest |= next[i] < cells[i].text->lines().size();
    }
    y_ = rest ? kBottom : top + std::max(used + 2 * pad, top + whole <= kBottom ? height_min : 0.0);
    done(top, y_, !rest);
    if (rest) next_page();
  }
}

// As many lines of the cell as fit, at least one so that there is an end; how tall they are.
double Pen::put_lines(const Cell& cell, std::size_t& next, double top, double height) {
  const auto& lines = cell.text->lines();
  if (next >= lines.size()) return 0;
  const double from = lines[next].top;
  double used = 0;
  do {
    page().lines.push_back({cell.text, next, cell.left, top + lines[next].top - from});
    used = lines[next].bottom - from;
    ++next;
  } while (next < lines.size() && lines[next].bottom - from <= height + kRounding);
  return used;
}

void Pen::keep_together(const std::function<void()>& place) {
  const std::size_t pages = pages_.size();
  const Page so_far = page();
  const double y = y_;
  place();
  if (pages_.size() == pages || y <= kTop) return;
  pages_.resize(pages);
  pages_.back() = so_far;
  y_ = y;
  new_page();
  place();
}

}  // namespace dossier::publish
