#pragma once

#include "publish/typesetting.h"

#include <vector>

// What stands where on paper, as a value; pdf.cpp draws it. Lengths are points from the top left.
namespace dossier::publish {

namespace paper {
inline constexpr double kWidth = 595.276, kHeight = 841.890;  // A4
inline constexpr double kLeft = 50, kRight = kWidth - 50;     // room for a punch and a thumb
inline constexpr double kTop = 62, kBottom = kHeight - 58;    // of what flows; head and foot stand outside
}  // namespace paper

struct TextLine {
  Text text;
  std::size_t line = 0;
  double left = 0, top = 0;
};

struct Rule {
  double left = 0, top = 0, right = 0, bottom = 0;
  double thickness = 0.5;
  double grey = 0;  // 0 black, 1 white
};

struct Fill {
  double left = 0, top = 0, right = 0, bottom = 0, grey = 0.93;
};

struct Page {
  std::vector<Fill> fills;
  std::vector<Rule> rules;
  std::vector<TextLine> lines;
};

}  // namespace dossier::publish
