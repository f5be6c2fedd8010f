#include "extract/worker/words.h"

#include "base/limits.h"
#include "extract/worker/glyph_text.h"
#include "extract/worker/lines.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dossier::extract::worker {
namespace {

constexpr double kReadableSize = 1.0;                             // points; smaller text is a dot
constexpr std::size_t kPiecesMax = 4 * limits::kWordsPerPageMax;  // spaces and torn words are pieces too
constexpr std::size_t kPieceCodePointsMax = limits::kWordBytesMax / 4;

reading::Box rounded(const reading::Box& box) {
  auto round = [](double points) { return std::round(points * 100) / 100; };
  return {round(box.x0), round(box.y0), round(box.x1), round(box.y1)};
}

bool same_on(std::optional<std::uint32_t> ink, std::uint32_t ground) {
  return !ink || alike(*ink, ground);
}

// Marks go with the letter before them, wherever the font has put them.
bool joins_letter(const Fragment& last, const Fragment& next) {
  return !last.space && same_direction(last, next) && is_combining(next.text.front()) &&
         std::fabs(next.begin - last.end) < last.size;
}

}  // namespace

void WordBuilder::add(const Glyph& glyph) {
  if (fragments_.size() >= kPiecesMax) {
    full_ = true;
    return;
  }
  Fragment* last = fragments_.empty() ? nullptr : &fragments_.back();
  char32_t previous = last == nullptr || last->text.empty() ? 0 : last->text.back();
  GlyphText meaning = glyph_text(glyph.drawn, previous, glyph.advance > 0.01 * glyph.size);
  if (!meaning.space && meaning.text.empty()) return;
  Fragment next = fragment_of(glyph, std::move(meaning.text), ground_.painted());
  next.space = meaning.space;
  if (last != nullptr && !next.space && repeats(*last, next)) {
    last->bold = true;
    return;
  }
  bool together = last != nullptr && last->ink == next.ink && last->painted == next.painted && !next.space &&
                  last->text.size() < kPieceCodePointsMax && (joins_letter(*last, next) || follows(*last, next));
  if (together) {
    append(*last, next);
  } else {
    fragments_.push_back(std::move(next));
  }
}

std::vector<reading::Word> WordBuilder::finish(const reading::Box& page) {
  for (Fragment& fragment : fragments_) fragment.hidden = hidden(fragment, page);
  std::vector<reading::Word> words;
  for (const Fragment& fragment : mend_lines(std::exchange(fragments_, {}))) {
    if (words.size() == limits::kWordsPerPageMax) {
      full_ = true;
      break;
    }
    words.push_back({.text = to_text(fragment.text),
                     .box = rounded(fragment.box),
                     .font_size = static_cast<float>(std::round(fragment.size * 100) / 100),
                     .bold = fragment.bold,
                     .hidden = fragment.hidden,
                     .turned_degrees = turned_degrees(fragment)});
  }
  return words;
}

// Three points of the word are looked at, a third of the font size above its baseline. One that can be seen is enough.
bool WordBuilder::hidden(const Fragment& fragment, const reading::Box& page) const {
  if (!fragment.ink.seen || fragment.size < kReadableSize) return true;
  bool known = fragment.ink.fill || fragment.ink.stroke;
  auto seen_at = [&](double share) {
    Point point = fragment.at(fragment.begin + share * (fragment.end - fragment.begin), fragment.size / 3);
    if (!page.contains(point.x, point.y) || ground_.covered_after(point, fragment.painted)) return false;
    std::optional<std::uint32_t> beneath = ground_.colour_at(point, fragment.painted);
    return !beneath || !known || !same_on(fragment.ink.fill, *beneath) || !same_on(fragment.ink.stroke, *beneath);
  };
  return !seen_at(0.1) && !seen_at(0.5) && !seen_at(0.9);
}

}  // namespace dossier::extract::worker
