#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dossier::reading {

// A rectangle on a page in PDF points (1/72 inch) from the top left corner of the page as a reader sees it (rotation
// and crop box already applied): x grows to the right, y downwards, x0 <= x1 and y0 <= y1.
struct Box {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;

  double width() const { return x1 - x0; }
  double height() const { return y1 - y0; }
  double middle_x() const { return (x0 + x1) / 2; }
  double middle_y() const { return (y0 + y1) / 2; }
  bool contains(double x, double y) const { return x >= x0 && x <= x1 && y >= y0 && y <= y1; }
  bool operator==(const Box&) const = default;
};

// The smallest box that holds both.
Box united(const Box& a, const Box& b);

// Text between two white spaces, in reading order as the page draws it. UTF-8, valid, never empty.
struct Word {
  std::string text;
  Box box;
  float font_size = 0;  // points
  bool bold = false;
  // Not to be seen by a reader: drawn in the colour of its ground, in render mode 3, under 1 point, or off the page.
  // Such words are kept apart, shown to a person as what they are, and never read into a ledger or obeyed.
  bool hidden = false;
  // Clockwise turn of the text against the page: 90 for a label up the side of a table, any angle for a watermark.
  // Such a word stands alone: its neighbours by box are not its neighbours in reading.
  int turned_degrees = 0;
};

// A straight line a table is drawn with, or a filled rectangle so thin (<= 2 points) that it serves as one.
struct Rule {
  Box box;
  bool horizontal = true;
};

// A filled area that is no rule: header bands, striped rows. Colour is 0xRRGGBB.
struct Fill {
  Box box;
  std::uint32_t colour = 0xFFFFFF;
};

struct Page {
  int number = 0;  // from 1
  double width = 0, height = 0;
  int rotation = 0;  // degrees clockwise that were applied
  std::vector<Word> words;
  std::vector<Rule> rules;
  std::vector<Fill> fills;
  double image_share = 0;    // of the page's area that is covered by images, 0 to 1
  std::string trouble = {};  // why the page could not be read, empty when it was

  // Something to see, and no text that is meant to be seen: it needs OCR. (Many scanners put a hidden layer of text
  // under their image. Nobody has looked at it, so it does not count.)
  bool image_only() const {
    for (const Word& word : words) {
      if (!word.hidden) return false;
    }
    return image_share > 0.25;
  }
};

// A file as its words. Pages are in order and complete unless `trouble` of one says otherwise.
struct PagedText {
  std::vector<Page> pages;
  std::string title = {};  // of the file's own metadata: data, not trusted
  bool encrypted = false;  // it was, and was opened (with a password or an empty one)
};

}  // namespace dossier::reading
