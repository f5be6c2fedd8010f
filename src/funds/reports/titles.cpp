#include "funds/reports/titles.h"

#include "reading/amounts.h"
#include "reading/fold.h"

#include <algorithm>
#include <string_view>

namespace dossier::funds {
namespace {

using reading::Line;
using reading::PageLayout;
using reading::Table;

constexpr double kTitleReach = 90;  // points above a table within which a line can be its title
constexpr std::size_t kTitleBytesMax = 110;
constexpr std::size_t kPlainTitleWords = 10;  // a longer line must be set as a heading to be one
constexpr float kLargerType = 0.4f;           // points above the usual size
constexpr std::size_t kFigureBytesMax = 30;

// Whether another table stands beside this one, so that a line can only title the table it stands over.
bool has_neighbour(const PageLayout& layout, const Table& table) {
  return std::any_of(layout.tables.begin(), layout.tables.end(), [&](const Table& other) {
    return &other != &table && other.box.y0 < table.box.y1 && other.box.y1 > table.box.y0;
  });
}

float usual_size(const PageLayout& layout) {
  std::vector<float> sizes;
  for (const Line& line : layout.text) sizes.push_back(line.font_size());
  if (sizes.empty()) return 0;
  auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  return *middle;
}

// "Cumulative contributions: EUR 7,176,840" names a figure, not the table below it.
bool states_a_figure(std::string_view line) {
  for (std::size_t space = line.rfind(' '); space != std::string_view::npos && space > 0;
       space = line.rfind(' ', space - 1)) {
    if (line.size() - space > kFigureBytesMax) return false;
    auto number = reading::read_number(line.substr(space + 1));
    if (number && number->dressed) return true;
  }
  return false;
}

bool can_title(const Line& line, float usual) {
  std::string text = line.text();
  if (text.size() > kTitleBytesMax || states_a_figure(text)) return false;
  bool heading = line.bold() || line.font_size() > usual + kLargerType;
  auto words = std::count(text.begin(), text.end(), ' ') + 1;
  bool prose = text.ends_with('.') || static_cast<std::size_t>(words) > kPlainTitleWords;
  return heading || !prose;
}

}  // namespace

std::vector<std::string> titles_above(const PageLayout& layout, const Table& table, double top_limit) {
  std::vector<std::string> titles;
  bool neighbour = has_neighbour(layout, table);
  float usual = usual_size(layout);
  for (auto line = layout.text.rbegin(); line != layout.text.rend(); ++line) {
    bool above =
        line->box.y1 <= table.box.y0 + 3 && line->box.y1 > table.box.y0 - kTitleReach && line->box.y0 >= top_limit;
    if (!above || !can_title(*line, usual)) continue;
    if (!neighbour) {
      titles.push_back(line->text());
      continue;
    }
    for (const auto& segment : line->segments) {
      if (segment.box.x0 <= table.box.x1 && segment.box.x1 >= table.box.x0) titles.push_back(segment.text);
    }
  }
  return titles;
}

std::vector<std::string> titles_below(const PageLayout& layout, double bottom) {
  constexpr std::size_t kTitlesMax = 3;
  std::vector<std::string> titles;
  float usual = usual_size(layout);
  for (auto line = layout.text.rbegin(); line != layout.text.rend() && titles.size() < kTitlesMax; ++line) {
    if (line->box.y0 >= bottom && can_title(*line, usual)) titles.push_back(line->text());
  }
  return titles;
}

bool says_continued(const std::string& title) {
  auto tokens = reading::fold_tokens(title);
  return std::any_of(tokens.begin(), tokens.end(), [](const std::string& t) {
    return t == "continued" || t == "cont" || t == "contd" || t == "fortsetzung" || t == "forts" || t == "suite";
  });
}

}  // namespace dossier::funds
