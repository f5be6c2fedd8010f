#include "funds/reports/wrapped_titles.h"

#include "funds/reports/sections.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dossier::funds {
namespace {

using reading::Line;
using reading::PageLayout;

constexpr float kLargerType = 1.15f;  // of the usual type: the size of titles
constexpr float kSameType = 0.3f;     // points between the sizes of two lines of one title
constexpr double kLineGap = 0.6;      // line heights between them
constexpr double kSamePlace = 3;      // points between their edges, or their middles

float usual_size(const PageLayout& layout) {
  std::vector<float> sizes;
  for (const Line& line : layout.text) sizes.push_back(line.font_size());
  auto middle = sizes.begin() + static_cast<std::ptrdiff_t>((sizes.size() - 1) / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  return *middle;
}

// The left edge of what stands on the page: the right margin is taken to be as wide.
double left_margin(const PageLayout& layout) {
  double left = layout.text.front().box.x0;
  for (const Line& line : layout.text) left = std::min(left, line.box.x0);
  for (const reading::Table& table : layout.tables) left = std::min(left, table.box.x0);
  return left;
}

bool set_as_one(const Line& above, const Line& below) {
  const bool same_type = above.bold() == below.bold() && std::abs(above.font_size() - below.font_size()) < kSameType;
  const double space = below.box.y0 - above.segments.front().words.back().box.y1;
  const bool close = space > -1 && space < kLineGap * static_cast<double>(below.font_size());
  const bool aligned = std::abs(above.box.x0 - below.box.x0) < kSamePlace ||
                       std::abs(above.box.middle_x() - below.box.middle_x()) < kSamePlace;
  return same_type && close && aligned;
}

bool leaves_bracket_open(const std::string& text) {
  return std::count(text.begin(), text.end(), '(') > std::count(text.begin(), text.end(), ')');
}

// Whether the first word below had no room on the last line of the title.
bool is_full(const Line& above, const Line& below, double room) {
  constexpr double kSpace = 0.28;  // of the type's size
  const reading::Segment& title = above.segments.front();
  const double bottom = title.words.back().box.y0;
  const auto first = std::find_if(title.words.begin(), title.words.end(),
                                  [&](const reading::Word& word) { return word.box.y1 > bottom + 1; });
  const double width = title.words.back().box.x1 - first->box.x0;
  const double word = below.segments.front().words.front().box.width();
  return width + kSpace * static_cast<double>(title.font_size) + word > room;
}

bool names_one_fund(const std::string& title) {
  constexpr std::size_t kBytesMax = 200;
  return title.size() <= kBytesMax && names_a_fund(title);
}

void join(Line& above, const Line& below) {
  reading::Segment& title = above.segments.front();
  const reading::Segment& rest = below.segments.front();
  title.text += " " + rest.text;
  title.box = reading::united(title.box, rest.box);
  title.words.insert(title.words.end(), rest.words.begin(), rest.words.end());
  above.box = reading::united(above.box, below.box);
}

}  // namespace

void join_wrapped_titles(PageLayout& layout, double page_width) {
  if (layout.text.size() < 2) return;
  const float usual = usual_size(layout);
  const double room = page_width - 2 * left_margin(layout);
  for (std::size_t i = 0; i + 1 < layout.text.size();) {
    Line& above = layout.text[i];
    const Line& below = layout.text[i + 1];
    const bool lone = above.segments.size() == 1 && below.segments.size() == 1;
    const bool heading = above.bold() || above.font_size() > usual * kLargerType;
    const bool joins = lone && heading && set_as_one(above, below) &&
                       (leaves_bracket_open(above.text()) || is_full(above, below, room)) &&
                       names_one_fund(above.text() + " " + below.text());
    if (!joins) {
      ++i;
      continue;
    }
    join(above, below);
    layout.text.erase(layout.text.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

}  // namespace dossier::funds
