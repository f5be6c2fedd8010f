#pragma once

#include "reading/page.h"

#include <string>
#include <vector>

namespace dossier::reading {

// Words of one line with no wide gap between them: a phrase, or the content of one table cell.
struct Segment {
  std::string text;  // words joined by one space
  Box box;
  float font_size = 0;  // of the largest word
  bool bold = false;    // every word is
  std::vector<Word> words;
};

// The words' texts joined by one space. A raised footnote figure is no number of its own: it is set as a superscript
// after the word it is glued to ("8,942\u00B9").
std::string text_of(const std::vector<Word>& words);

// Segments that share a baseline, from left to right.
struct Line {
  Box box;
  std::vector<Segment> segments;

  std::string text() const;  // segments joined by two spaces
  bool bold() const;
  float font_size() const;
};

// The words of a page that are read: those a reader sees, and that stand as the page does. Words turned against it
// (axis labels, stamps, watermarks) belong to no line. A raised footnote figure is part of the word it is glued to
// ("8,942\u00B9"): it stands half a line higher and would else begin a line of its own.
std::vector<Word> readable_words(const Page& page);

// The readable words of a page as lines from top to bottom.
std::vector<Line> lines_of(const Page& page);

// The same for any choice of words.
std::vector<Line> lines_of(std::vector<Word> words);

// "$", "EUR": a unit that accountants set at the left edge of a cell becomes part of the figure at its right edge.
void join_units(std::vector<Segment>& segments);

// The words from left to right as segments, parted where the gap is wider than `gap_em` times the font size.
std::vector<Segment> segments_of(std::vector<Word> words, double gap_em = 0.7);

}  // namespace dossier::reading
