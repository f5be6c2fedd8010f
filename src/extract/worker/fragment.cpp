#include "extract/worker/fragment.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dossier::extract::worker {
namespace {

// In em, that is, multiples of the font size. A word space is 0.2 to 0.35; kerning stays under 0.1.
constexpr double kGapMax = 0.1;
constexpr double kOverlapMax = 0.3;
constexpr double kSpacingMax = 1.0;  // letter spacing beyond it separates words
constexpr double kRepeatShift = 0.15;
constexpr double kBaselineShift = 0.08;
constexpr double kSizeShift = 0.06;

double along(Point point, Point direction) {
  return point.x * direction.x + point.y * direction.y;
}
double across(Point point, Point direction) {
  return point.y * direction.x - point.x * direction.y;
}

reading::Box box_of_glyph(const Glyph& glyph) {
  Point up{glyph.direction.y, -glyph.direction.x};
  Outline corners;
  for (double length : {0.0, glyph.advance}) {
    for (double height : {glyph.descent * glyph.size, glyph.ascent * glyph.size}) {
      corners.push_back({glyph.origin.x + length * glyph.direction.x + height * up.x,
                         glyph.origin.y + length * glyph.direction.y + height * up.y});
    }
  }
  return box_of(corners);
}

}  // namespace

Point Fragment::at(double along, double above) const {
  double down = baseline - above;
  return {along * direction.x - down * direction.y, along * direction.y + down * direction.x};
}

Fragment fragment_of(const Glyph& glyph, std::u32string text, std::size_t painted) {
  Fragment fragment;
  fragment.text = std::move(text);
  fragment.box = box_of_glyph(glyph);
  fragment.direction = glyph.direction;
  fragment.begin = along(glyph.origin, glyph.direction);
  fragment.last_begin = fragment.begin;
  fragment.end = fragment.begin + glyph.advance;
  fragment.reach = fragment.end + std::clamp(glyph.spacing, 0.0, kSpacingMax * glyph.size);
  fragment.baseline = across(glyph.origin, glyph.direction);
  fragment.size = glyph.size;
  fragment.glyphs = 1;
  fragment.bold = glyph.bold;
  fragment.ink = glyph.ink;
  fragment.painted = painted;
  return fragment;
}

bool same_direction(const Fragment& a, const Fragment& b) {
  return a.direction.x * b.direction.x + a.direction.y * b.direction.y > 0.999;
}

bool follows(const Fragment& last, const Fragment& next) {
  if (last.space || next.space || !same_direction(last, next)) return false;
  double size = std::max(last.size, next.size);
  double shift = std::fabs(next.baseline - last.baseline) / size;
  double growth = std::fabs(next.size - last.size) / size;
  // A raised figure is a footnote mark and no digit of the amount before it; small capitals stand on the same line.
  if (shift > (growth > kSizeShift ? kBaselineShift / 4 : kBaselineShift)) return false;
  double gap = next.begin - last.reach;
  return gap <= kGapMax * size && next.begin - last.end >= -kOverlapMax * size && next.begin > last.begin;
}

bool repeats(const Fragment& last, const Fragment& next) {
  // Two thin letters in a row ("ll") stand closer than a shadow may, but never closer than half their width.
  double shift_max = std::min(kRepeatShift * next.size, (next.end - next.begin) / 2);
  return !last.space && same_direction(last, next) && last.ink == next.ink && last.text.ends_with(next.text) &&
         std::fabs(next.begin - last.last_begin) < shift_max && std::fabs(next.baseline - last.baseline) < shift_max;
}

void append(Fragment& word, const Fragment& next) {
  word.text += next.text;
  word.box = reading::united(word.box, next.box);
  word.last_begin = next.last_begin;
  word.end = std::max(word.end, next.end);
  word.reach = std::max(word.reach, next.reach);
  word.size = std::max(word.size, next.size);
  word.glyphs += next.glyphs;
}

int turned_degrees(const Fragment& fragment) {
  double degrees = std::atan2(fragment.direction.y, fragment.direction.x) * 180 / std::numbers::pi;
  return (static_cast<int>(std::lround(degrees)) + 360) % 360;
}

}  // namespace dossier::extract::worker
