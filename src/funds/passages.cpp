#include "funds/passages.h"

#include "reading/fold.h"

#include <algorithm>

namespace dossier::funds {
namespace {

constexpr std::size_t kPassageBytesMax = 2'000;
constexpr double kParagraphGap = 0.75;  // line heights between two lines of one paragraph

bool bullet(const std::string& text) {
  for (std::string_view mark : {"\u2022", "\u25CF", "\u25CB", "\u25AA", "- ", "* ", "\u2013 "}) {
    if (text.starts_with(mark)) return true;
  }
  return false;
}

// "Page 1 of 2", "Seite 3 von 4": the foot of a page says nothing, and stands under no heading.
bool page_foot(const std::string& text) {
  auto tokens = reading::fold_tokens(text);
  for (std::size_t k = 0; k + 3 < tokens.size(); ++k) {
    bool page = tokens[k] == "page" || tokens[k] == "seite" || tokens[k] == "p";
    if (page && (tokens[k + 2] == "of" || tokens[k + 2] == "von" || tokens[k + 2] == "sur")) return true;
  }
  return false;
}

bool heading_like(const reading::Line& line, float usual) {
  if (line.segments.size() != 1 || line.text().size() > 80 || line.text().ends_with('.')) return false;
  return line.bold() || line.font_size() > usual + 1;
}

float usual_size(const reading::PageLayout& layout) {
  std::vector<float> sizes;
  for (const auto& line : layout.text) sizes.push_back(line.font_size());
  if (sizes.empty()) return 0;
  auto middle = sizes.begin() + static_cast<std::ptrdiff_t>((sizes.size() - 1) / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  return *middle;
}

}  // namespace

std::vector<Passage> read_passages(std::span<const reading::PageLayout> layouts, const std::string& file) {
  std::vector<Passage> passages;
  for (const auto& layout : layouts) {
    float usual = usual_size(layout);
    std::string heading;
    const reading::Line* last = nullptr;
    for (const auto& line : layout.text) {
      std::string text = line.text();
      if (page_foot(text)) continue;
      if (heading_like(line, usual)) {
        heading = text;
        passages.push_back({text, {file, {}, layout.page, line.box}, {}});
        last = nullptr;
        continue;
      }
      bool goes_on = last != nullptr && !bullet(text) &&
                     line.box.y0 - last->box.y1 < kParagraphGap * std::max(6.0, line.box.height()) &&
                     passages.back().text.size() + text.size() < kPassageBytesMax;
      if (goes_on) {
        passages.back().text += " " + text;
        passages.back().place.box = reading::united(passages.back().place.box, line.box);
      } else {
        passages.push_back({text, {file, {}, layout.page, line.box}, heading});
      }
      last = &line;
    }
  }
  return passages;
}

}  // namespace dossier::funds
