#pragma once

#include "publish/sheet.h"

#include <array>
#include <cstddef>
#include <memory>
#include <string_view>

// Shaping and line breaking: the only place, with drawing in pdf.cpp, that knows Pango. Lengths are points.
struct _cairo;
struct _PangoContext;
struct _PangoFontDescription;
struct _PangoLayout;

namespace dossier::publish {

enum class Face : unsigned char {
  headline,
  under_headline,
  heading,
  label,
  column,
  value,
  cell,
  body,
  remark,
  corner,
  foot,
  stamp
};
inline constexpr std::size_t kFaces = 12;
enum class Align : unsigned char { left, centre, right };

// A text set in lines of one width. Immutable.
class Shaped {
 public:
  struct Line {
    double top, bottom, baseline;  // from the top of the text
    std::size_t layout;            // which of the layouts holds it
    int number;                    // its place there
  };

  const std::vector<Line>& lines() const { return lines_; }
  double height() const { return lines_.empty() ? 0 : lines_.back().bottom; }
  double width() const { return width_; }  // of the longest line
  // Draws line `number` with its top at `top`.
  void draw(_cairo* cairo, std::size_t number, double left, double top) const;
  // Adds the outline of a short text to the path, its top left corner at the current point.
  void outline(_cairo* cairo) const;

 private:
  friend class Typesetter;
  // Takes the lines of a layout but the last `dropped`, each `leading` times as high as its letters and at least
  // `line_min`. Returns where the first of those dropped begins in its text.
  std::size_t take(std::shared_ptr<_PangoLayout> layout, int dropped, double leading, double line_min);

  std::vector<std::shared_ptr<_PangoLayout>> layouts_;
  std::vector<Line> lines_;
  double width_ = 0;
};
using Text = std::shared_ptr<const Shaped>;

// Makes texts. One per document and thread.
class Typesetter {
 public:
  Typesetter();

  bool has_fonts() const;
  Text set(std::string_view text, Face face, double width, Align align = Align::left) const;
  // The label's own text is emphasised in headings, its other language follows in regular weight: on the same line
  // where both have room, else each on its own. Columns and corners always take a line for each. `mark` leads.
  Text set(std::string_view mark, const Label& label, Face face, double width, Align align = Align::left) const;

 private:
  struct Run {
    std::string text;
    std::size_t bold_bytes = 0;  // from the beginning
  };
  Text shape(Run run, Face face, double width, Align align) const;
  std::shared_ptr<_PangoLayout> layout_of(const Run& run, Face face, double width, Align align) const;

  std::shared_ptr<_PangoContext> context_;
  std::array<std::shared_ptr<_PangoFontDescription>, kFaces> fonts_;
};

}  // namespace dossier::publish
