#pragma once

#include "extract/worker/geometry.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace dossier::extract::worker {

// How a glyph is put on the page. Two glyphs with different ink are judged apart: one may be hidden, the other not.
struct Ink {
  std::optional<std::uint32_t> fill = {};    // colour of its inside, where it has one that is known
  std::optional<std::uint32_t> stroke = {};  // colour of its outline
  bool seen = true;                          // false: render mode 3, fully transparent, or clipped away

  bool operator==(const Ink&) const = default;
};

// One glyph as drawn, in points of the page.
struct Glyph {
  std::u32string drawn = {};  // what its font says it means; may be empty or nonsense
  Point origin = {};
  Point direction = {1, 0};               // of the text, length 1
  double advance = 0;                     // along the direction, without the letter spacing that follows
  double spacing = 0;                     // letter spacing of the text state that follows
  double size = 0;                        // of the font
  double ascent = 0.75, descent = -0.25;  // of the font, per em
  bool bold = false;
  Ink ink = {};
};

// A piece of a word, in one go as it was drawn, or a space between words. Positions are along the direction of the
// text.
struct Fragment {
  std::u32string text = {};
  reading::Box box = {};
  Point direction = {1, 0};
  double begin = 0, end = 0;  // of the ink
  double reach = 0;           // `end` with the letter spacing: where the next glyph is expected
  double last_begin = 0;      // of its last glyph
  double baseline = 0;        // across the direction; for upright text its y
  double size = 0;
  int glyphs = 0;
  bool space = false;
  bool bold = false;
  bool hidden = false;
  Ink ink = {};
  std::size_t painted = 0;  // areas of the ground when it was drawn

  // A point of the page, `along` the text and `above` its baseline.
  Point at(double along, double above) const;
};

// The piece that consists of this glyph alone; `text` is what it means. Nothing when it adds nothing.
Fragment fragment_of(const Glyph& glyph, std::u32string text, std::size_t painted);

// Whether `next` follows on `last` closely enough to belong to the same word.
bool follows(const Fragment& last, const Fragment& next);
// Whether `next` is drawn over the last glyph of `last` once more, for a bold look.
bool repeats(const Fragment& last, const Fragment& next);
bool same_direction(const Fragment& a, const Fragment& b);

// Puts `next` at the end of `word`.
void append(Fragment& word, const Fragment& next);

// Clockwise, 0 to 359.
int turned_degrees(const Fragment& fragment);

}  // namespace dossier::extract::worker
