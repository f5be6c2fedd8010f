#include "funds/reports/passages.h"

#include "reading/fold.h"

#include <algorithm>
#include <cctype>
#include <optional>

namespace dossier::funds {
namespace {

constexpr std::size_t kPassageBytesMax = 2'000;
constexpr std::size_t kHeadingBytesMax = 80;
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
  if (line.segments.size() != 1 || line.text().size() > kHeadingBytesMax || line.text().ends_with('.')) return false;
  return line.bold() || line.font_size() > usual + 1;
}

// "3. Paid-in capital (PIC): ...", "2.1. Rebalance": ends what the heading before it covered.
bool numbered(const std::string& text) {
  const auto digits = text.find_first_not_of("0123456789.");
  return digits != std::string::npos && digits > 1 && text[digits - 1] == '.' && text[digits] == ' ' &&
         text.front() != '.';
}

float usual_size(const reading::PageLayout& layout) {
  std::vector<float> sizes;
  for (const auto& line : layout.text) sizes.push_back(line.font_size());
  if (sizes.empty()) return 0;
  auto middle = sizes.begin() + static_cast<std::ptrdiff_t>((sizes.size() - 1) / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  return *middle;
}

// A line of text, or a row of words that stood as a table does: indented bullets look like columns.
struct Piece {
  std::string text;
  reading::Box box;
  bool heading = false;
};

bool is_figure(const std::string& cell) {
  const auto digits = std::count_if(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
  const auto letters = std::count_if(cell.begin(), cell.end(), [](char c) { return std::isalpha(c & 0x7f) != 0; });
  return digits > 0 && digits >= letters;
}

bool holds_figure(const reading::TableRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return is_figure(cell.text); });
}

// Words in columns say something by themselves only where no figures stand beside them.
bool of_words_only(const reading::Table& table) {
  return !table.ruled && std::none_of(table.rows.begin(), table.rows.end(), holds_figure);
}

std::vector<Piece> pieces_of(const reading::PageLayout& layout) {
  const float usual = usual_size(layout);
  std::vector<Piece> pieces;
  for (const reading::Line& line : layout.text) pieces.push_back({line.text(), line.box, heading_like(line, usual)});
  for (const reading::Table& table : layout.tables) {
    if (!of_words_only(table)) continue;
    for (const reading::TableRow& row : table.rows) pieces.push_back({row.text(), row.box});
  }
  std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.box.y0 < b.box.y0; });
  return pieces;
}

}  // namespace

std::vector<Passage> read_passages(std::span<const reading::PageLayout> layouts, const std::string& file) {
  std::vector<Passage> passages;
  for (const auto& layout : layouts) {
    std::string heading;
    std::optional<reading::Box> last;
    for (Piece& piece : pieces_of(layout)) {
      if (page_foot(piece.text)) continue;
      if (piece.heading) {
        heading = piece.text;
        passages.push_back({piece.text, {file, {}, layout.page, piece.box}, {}});
        last.reset();
        continue;
      }
      bool goes_on = last && !bullet(piece.text) &&
                     piece.box.y0 - last->y1 < kParagraphGap * std::max(6.0, piece.box.height()) &&
                     passages.back().text.size() + piece.text.size() < kPassageBytesMax;
      if (goes_on) {
        passages.back().text += " " + piece.text;
        passages.back().place.box = reading::united(passages.back().place.box, piece.box);
      } else {
        if (numbered(piece.text)) heading.clear();
        passages.push_back({piece.text, {file, {}, layout.page, piece.box}, heading});
        if (numbered(piece.text) && piece.text.size() <= kHeadingBytesMax) heading = piece.text;
      }
      last = piece.box;
    }
  }
  return passages;
}

}  // namespace dossier::funds
