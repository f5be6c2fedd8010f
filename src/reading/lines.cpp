#include "reading/lines.h"

#include <algorithm>
#include <cmath>

namespace dossier::reading {
namespace {

// A word taller than this many times its own length stands upright.
constexpr double kUprightShare = 2.0;

bool upright(const Word& word) {
  return word.text.size() > 2 && word.box.height() > kUprightShare * word.box.width() &&
         word.box.height() > 2.0 * word.font_size;
}

// Two boxes are on one line when they share at least half of the lower one's height.
bool share_a_line(const Box& a, const Box& b) {
  double shared = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
  return shared >= 0.5 * std::min(a.height(), b.height());
}

void add_word(Segment& segment, Word word) {
  if (segment.words.empty()) {
    segment.box = word.box;
    segment.bold = word.bold;
    segment.text = word.text;
  } else {
    segment.box = united(segment.box, word.box);
    segment.bold = segment.bold && word.bold;
    segment.text += " " + word.text;
  }
  segment.font_size = std::max(segment.font_size, word.font_size);
  segment.words.push_back(std::move(word));
}

}  // namespace

std::string Line::text() const {
  std::string out;
  for (const Segment& segment : segments) out += (out.empty() ? "" : "  ") + segment.text;
  return out;
}

bool Line::bold() const {
  return std::all_of(segments.begin(), segments.end(), [](const Segment& s) { return s.bold; });
}

float Line::font_size() const {
  float largest = 0;
  for (const Segment& segment : segments) largest = std::max(largest, segment.font_size);
  return largest;
}

std::vector<Segment> segments_of(std::vector<Word> words, double gap_em) {
  std::stable_sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.box.x0 < b.box.x0; });
  std::vector<Segment> segments;
  for (Word& word : words) {
    double gap_max = gap_em * std::max(4.0, static_cast<double>(word.font_size));
    if (segments.empty() || word.box.x0 - segments.back().box.x1 > gap_max) segments.emplace_back();
    add_word(segments.back(), std::move(word));
  }
  return segments;
}

std::vector<Line> lines_of(std::vector<Word> words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const Word& a, const Word& b) { return a.box.middle_y() < b.box.middle_y(); });
  struct Band {
    Box box;
    std::vector<Word> words;
  };
  std::vector<Band> bands;
  constexpr std::size_t kLookBack = 3;  // bands that may still grow: words are sorted by their middle
  for (Word& word : words) {
    Band* home = nullptr;
    for (std::size_t i = bands.size(); i > 0 && bands.size() - i < kLookBack && home == nullptr; --i) {
      if (share_a_line(bands[i - 1].box, word.box)) home = &bands[i - 1];
    }
    if (home == nullptr) home = &bands.emplace_back(Band{word.box, {}});
    // A band keeps the height of its first word, so that tall neighbours do not swallow the next line.
    home->box.x0 = std::min(home->box.x0, word.box.x0);
    home->box.x1 = std::max(home->box.x1, word.box.x1);
    home->words.push_back(std::move(word));
  }
  std::vector<Line> lines;
  for (Band& band : bands) {
    Line line;
    line.segments = segments_of(std::move(band.words));
    line.box = line.segments.front().box;
    for (const Segment& segment : line.segments) line.box = united(line.box, segment.box);
    lines.push_back(std::move(line));
  }
  std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.box.y0 < b.box.y0; });
  return lines;
}

std::vector<Line> lines_of(const Page& page) {
  std::vector<Word> visible;
  visible.reserve(page.words.size());
  for (const Word& word : page.words) {
    if (!word.hidden && !upright(word)) visible.push_back(word);
  }
  return lines_of(std::move(visible));
}

}  // namespace dossier::reading
