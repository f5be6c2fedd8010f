#pragma once

#include "funds/reports/style.h"
#include "reading/tables.h"

#include <string>
#include <vector>

// The words of a report in strips, as labels and their values are looked for: internal to reading headlines.
namespace dossier::funds {

// One word with its place, in reading order; the words of a table cell share the cell's box.
struct Piece {
  std::string text;
  reading::Box box;
  bool cell_start = false;  // the first word of another cell or segment
};

struct Strip {
  std::vector<Piece> pieces;
  int page = 0;
  bool table = false;
  int power = 0;  // that its table states for itself: "($ millions)"
};

Strip strip_of(const reading::Line& line, int page);
Strip strip_of(const reading::TableRow& row, int page);
// The cells of a line or a row, each as a strip of its own.
std::vector<Strip> cells_of(const reading::Line& line, int page);
std::vector<Strip> cells_of(const reading::TableRow& row, int page);

// Folded tokens of a strip, each with the piece it comes from.
struct Tokens {
  std::vector<std::string> text;
  std::vector<std::size_t> piece;
};
Tokens tokens_of(const Strip& strip);

// A row of labels and a row of their values, as on tiles: each label has a value over or under it.
bool are_tiles(const std::vector<Strip>& labels, const std::vector<Strip>& values, const DocumentStyle& style);
// A tile as if it were printed on one line.
Strip tile_of(Strip label, const Strip& value);

}  // namespace dossier::funds
