#include "funds/reports/headline_strips.h"

#include "reading/fold.h"

#include <algorithm>
#include <utility>

namespace dossier::funds {
namespace {

using reading::Box;
using reading::NumberForm;

constexpr std::size_t kLabelWordsMax = 10;
constexpr double kTileGap = 2.0;  // line heights between a label and the value under it

void add_words(Strip& strip, const std::string& text, const Box& box) {
  bool first = true;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = std::min(text.find(' ', i), text.size());
    if (end > i) strip.pieces.push_back({text.substr(i, end - i), box, std::exchange(first, false)});
    i = end + 1;
  }
}

std::string text_of(const Strip& strip) {
  std::string text;
  for (const Piece& piece : strip.pieces) text += (text.empty() ? "" : " ") + piece.text;
  return text;
}

bool is_figure(const Strip& strip, const DocumentStyle& style) {
  auto number = reading::read_number(text_of(strip), style.mark);
  return number && (number->dressed || number->form != NumberForm::plain || number->magnitude.digits == 0);
}

Box box_of(const Strip& strip) {
  Box box = strip.pieces.front().box;
  for (const Piece& piece : strip.pieces) box = reading::united(box, piece.box);
  return box;
}

// Whether two cells stand one over the other, close enough to belong together.
bool stacked(const Strip& a, const Strip& b) {
  Box x = box_of(a);
  Box y = box_of(b);
  bool over = x.x0 < y.x1 && x.x1 > y.x0;
  double gap = std::max(x.y0, y.y0) - std::min(x.y1, y.y1);
  return over && gap < kTileGap * std::max(x.height(), y.height());
}

}  // namespace

Strip strip_of(const reading::Line& line, int page) {
  Strip strip{{}, page, false};
  for (const auto& segment : line.segments) {
    bool first = true;
    for (const auto& word : segment.words) strip.pieces.push_back({word.text, word.box, std::exchange(first, false)});
  }
  return strip;
}

Strip strip_of(const reading::TableRow& row, int page) {
  Strip strip{{}, page, true};
  for (const auto& cell : row.cells) add_words(strip, cell.text, cell.box);
  return strip;
}

std::vector<Strip> cells_of(const reading::Line& line, int page) {
  std::vector<Strip> cells;
  for (const auto& segment : line.segments) {
    Strip cell{{}, page, true};
    for (const auto& word : segment.words) cell.pieces.push_back({word.text, word.box, cell.pieces.empty()});
    cells.push_back(std::move(cell));
  }
  return cells;
}

std::vector<Strip> cells_of(const reading::TableRow& row, int page) {
  std::vector<Strip> cells;
  for (const auto& cell : row.cells) {
    if (cell.text.empty()) continue;
    cells.push_back({{}, page, true});
    add_words(cells.back(), cell.text, cell.box);
  }
  return cells;
}

bool are_tiles(const std::vector<Strip>& labels, const std::vector<Strip>& values, const DocumentStyle& style) {
  if (labels.empty() || labels.size() != values.size()) return false;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (labels[i].pieces.size() > kLabelWordsMax) return false;  // a sentence labels nothing
    if (is_figure(labels[i], style) || !is_figure(values[i], style) || !stacked(labels[i], values[i])) return false;
  }
  return true;
}

Strip tile_of(Strip label, const Strip& value) {
  label.pieces.insert(label.pieces.end(), value.pieces.begin(), value.pieces.end());
  return label;
}

Tokens tokens_of(const Strip& strip) {
  Tokens tokens;
  for (std::size_t i = 0; i < strip.pieces.size(); ++i) {
    for (std::string& token : reading::fold_tokens(strip.pieces[i].text)) {
      tokens.text.push_back(std::move(token));
      tokens.piece.push_back(i);
    }
  }
  return tokens;
}

}  // namespace dossier::funds
