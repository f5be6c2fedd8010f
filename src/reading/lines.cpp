#include "reading/lines.h"

#include "reading/amounts.h"

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
  } else {
    segment.box = united(segment.box, word.box);
    segment.bold = segment.bold && word.bold;
  }
  segment.font_size = std::max(segment.font_size, word.font_size);
  segment.words.push_back(std::move(word));
}

constexpr float kRaisedSize = 0.8f;        // of the size of the word it is glued to
constexpr float kRaisedSizeAbove = 0.95f;  // the same where it also stands higher than that word
constexpr double kRise = 0.2;              // of that word's height

bool few_digits(const std::string& text) {
  return text.size() <= 2 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool raised_figure(const Word& word, const Word& before) {
  const bool higher = before.box.y1 - word.box.y1 > kRise * before.box.height();
  const float size_max = (higher ? kRaisedSizeAbove : kRaisedSize) * before.font_size;
  return few_digits(word.text) && word.font_size < size_max && word.box.x0 - before.box.x1 < 0.5 * before.font_size;
}

// The same for words that may stand anywhere on the page: it must touch the word, right behind it.
bool raised_behind(const Word& word, const Word& before) {
  double gap = word.box.x0 - before.box.x1;
  return raised_figure(word, before) && gap > -0.3 * before.font_size && word.box.y0 < before.box.y1 &&
         word.box.y1 > before.box.y0;
}

std::string superscript(const std::string& digits) {
  static constexpr const char* kFigures[] = {"\u2070", "\u00B9", "\u00B2", "\u00B3", "\u2074",
                                             "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
  std::string out;
  for (char c : digits) out += kFigures[c - '0'];
  return out;
}

}  // namespace

std::string text_of(const std::vector<Word>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && raised_figure(words[i], words[i - 1])) {
      text += superscript(words[i].text);
    } else {
      text += (text.empty() ? "" : " ") + words[i].text;
    }
  }
  return text;
}

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
  for (Segment& segment : segments) segment.text = text_of(segment.words);
  return segments;
}

void join_units(std::vector<Segment>& segments) {
  for (std::size_t i = 0; i + 1 < segments.size(); ++i) {
    Segment& unit = segments[i];
    Segment& figure = segments[i + 1];
    bool alone = unit.words.size() == 1 && unit.text.size() <= 4 && find_currency(unit.text) &&
                 unit.text.find_first_of("0123456789") == std::string::npos;
    if (!alone || !read_number(figure.text)) continue;
    figure.words.insert(figure.words.begin(), unit.words.front());
    figure.text = unit.text + " " + figure.text;
    figure.box = united(unit.box, figure.box);
    segments.erase(segments.begin() + static_cast<std::ptrdiff_t>(i));
  }
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

namespace {

// The dots that lead the eye from a label to its figure say nothing.
bool leader(std::string_view text) {
  return text.size() >= 4 && (text.find_first_not_of('.') == std::string_view::npos ||
                              text.find_first_not_of('_') == std::string_view::npos);
}

}  // namespace

std::vector<Word> readable_words(const Page& page) {
  auto turned =
      std::count_if(page.words.begin(), page.words.end(), [](const Word& w) { return w.turned_degrees != 0; });
  bool page_is_turned = 2 * turned > static_cast<std::ptrdiff_t>(page.words.size());
  std::vector<Word> words;
  words.reserve(page.words.size());
  std::vector<const Word*> small;
  for (const Word& word : page.words) {
    if (word.hidden || leader(word.text) || upright(word) || (word.turned_degrees != 0 && !page_is_turned)) continue;
    if (few_digits(word.text)) {
      small.push_back(&word);
    } else {
      words.push_back(word);
    }
  }
  std::size_t others = words.size();
  for (const Word* figure : small) {
    auto end = words.begin() + static_cast<std::ptrdiff_t>(others);
    auto home = std::find_if(words.begin(), end, [&](const Word& word) { return raised_behind(*figure, word); });
    if (home == end) {
      words.push_back(*figure);
    } else {
      home->text += superscript(figure->text);
      home->box.x1 = std::max(home->box.x1, figure->box.x1);
    }
  }
  return words;
}

std::vector<Line> lines_of(const Page& page) {
  return lines_of(readable_words(page));
}

}  // namespace dossier::reading
