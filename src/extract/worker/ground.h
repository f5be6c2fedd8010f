#pragma once

#include "extract/worker/geometry.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace dossier::extract::worker {

// What an area is painted with. No colour: an image, a shading or a pattern, of which nothing is known.
struct Paint {
  std::optional<std::uint32_t> colour;  // 0xRRGGBB
  bool covers = true;                   // nothing beneath it can be seen any more
};

// The painted areas of a page in the order they were painted: answers what lies beneath a piece of text, and whether
// something was painted over it later. The paper is white.
class Ground {
 public:
  Ground(double page_width, double page_height);

  // Bounded: after kAreasMax areas the rest is not taken in, and `full` says so.
  void paint(Shape shape, Paint paint);

  // How many areas were painted so far: the time stamp of the two questions below.
  std::size_t painted() const { return areas_.size(); }
  bool full() const { return full_; }

  // The colour at a point when `painted` areas had been painted; nothing where it is not known.
  std::optional<std::uint32_t> colour_at(Point point, std::size_t painted) const;
  // Whether an area that was painted after the first `painted` ones hides the point.
  bool covered_after(Point point, std::size_t painted) const;

 private:
  struct Area {
    Shape shape;
    Paint paint;
  };

  // The page is cut into kCells x kCells cells, so that a question looks only at the areas that touch one cell.
  static constexpr std::size_t kCells = 24;
  std::size_t column(double x) const;
  std::size_t row(double y) const;
  const std::vector<std::uint32_t>& cell_of(Point point) const;

  double page_width_, page_height_;
  bool full_ = false;
  std::vector<Area> areas_;
  std::vector<std::vector<std::uint32_t>> cells_;
};

// Two colours that a reader cannot tell apart.
bool alike(std::uint32_t a, std::uint32_t b);
// `colour` painted with `opacity` (0 to 1) over `beneath`.
std::uint32_t mixed(std::uint32_t colour, std::uint32_t beneath, double opacity);

}  // namespace dossier::extract::worker
