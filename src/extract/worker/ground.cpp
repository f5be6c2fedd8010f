#include "extract/worker/ground.h"

#include "base/limits.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dossier::extract::worker {
namespace {

constexpr std::uint32_t kPaper = 0xFFFFFF;
constexpr int kAlike = 12;  // of 255, in every channel: a grey watermark (#E0E0E0 on white) is still seen
constexpr std::size_t kOutlinePointsMax = 2'000;

int channel(std::uint32_t colour, int index) {
  return static_cast<int>((colour >> (8 * index)) & 0xFF);
}

std::size_t points_of(const Shape& shape) {
  std::size_t points = 0;
  for (const Outline& outline : shape.outlines) points += outline.size();
  return points;
}

}  // namespace

Ground::Ground(double page_width, double page_height)
    : page_width_(std::max(page_width, 1.0)), page_height_(std::max(page_height, 1.0)), cells_(kCells * kCells) {}

void Ground::paint(Shape shape, Paint paint) {
  if (areas_.size() >= limits::kRulesPerPageMax) {
    full_ = true;
    return;
  }
  if (points_of(shape) > kOutlinePointsMax) {  // a drawing, such as a map: its ground is as good as unknown
    shape.outlines.clear();
    paint = {std::nullopt, false};
  }
  auto index = static_cast<std::uint32_t>(areas_.size());
  for (std::size_t y = row(shape.box.y0); y <= row(shape.box.y1); ++y) {
    for (std::size_t x = column(shape.box.x0); x <= column(shape.box.x1); ++x) {
      cells_[y * kCells + x].push_back(index);
    }
  }
  areas_.push_back({std::move(shape), paint});
}

std::optional<std::uint32_t> Ground::colour_at(Point point, std::size_t painted) const {
  const auto& cell = cell_of(point);
  auto end = std::lower_bound(cell.begin(), cell.end(), painted);
  while (end != cell.begin()) {
    const Area& area = areas_[*--end];
    if (area.shape.contains(point)) return area.paint.colour;
  }
  return kPaper;
}

bool Ground::covered_after(Point point, std::size_t painted) const {
  const auto& cell = cell_of(point);
  return std::any_of(std::lower_bound(cell.begin(), cell.end(), painted), cell.end(), [&](std::uint32_t index) {
    return areas_[index].paint.covers && areas_[index].shape.contains(point);
  });
}

std::size_t Ground::column(double x) const {
  return static_cast<std::size_t>(std::clamp(std::floor(x / page_width_ * kCells), 0.0, kCells - 1.0));
}

std::size_t Ground::row(double y) const {
  return static_cast<std::size_t>(std::clamp(std::floor(y / page_height_ * kCells), 0.0, kCells - 1.0));
}

const std::vector<std::uint32_t>& Ground::cell_of(Point point) const {
  return cells_[row(point.y) * kCells + column(point.x)];
}

bool alike(std::uint32_t a, std::uint32_t b) {
  for (int i = 0; i < 3; ++i) {
    if (std::abs(channel(a, i) - channel(b, i)) > kAlike) return false;
  }
  return true;
}

std::uint32_t mixed(std::uint32_t colour, std::uint32_t beneath, double opacity) {
  std::uint32_t result = 0;
  for (int i = 0; i < 3; ++i) {
    double value = channel(colour, i) * opacity + channel(beneath, i) * (1 - opacity);
    result |= static_cast<std::uint32_t>(std::lround(std::clamp(value, 0.0, 255.0))) << (8 * i);
  }
  return result;
}

}  // namespace dossier::extract::worker
